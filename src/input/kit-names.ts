// The types and Cafs a kit names, as people write them, resolved to the keys and codes that the rest knows.
import { type Diagnostic, type Outcome, type Span, type Text, text } from '../model/diagnostic.ts'
import { cafsInConflict, matchCaf, nearestCafs } from './caf-names.ts'
import { diagnose } from './diagnose.ts'
import type { At } from './kit-checks.ts'
import type { ProjectFile } from './kit-schema.ts'
import { nearestOf } from './nearest.ts'
import { matchType, type Reference, typeNames } from './reference.ts'

const proposals = (near: readonly string[], otherwise: Text): Text =>
  near.length === 0
    ? otherwise
    : text(
        `vouliez-vous dire ${near.map(name => `« ${name} »`).join(', ')} ?`,
        `did you mean ${near.map(name => `“${name}”`).join(', ')}?`,
      )

function resolveType(written: string, reference: Reference, at: Span | undefined): Outcome<string> {
  const match = matchType(reference, written)
  if (!match) {
    const hint = proposals(
      nearestOf(written, typeNames(reference)),
      text(
        'la liste : signakit list types ; ou `autre`, avec `type-libelle`',
        'the list: signakit list types; or `autre`, with `type-libelle`',
      ),
    )
    const message = text(`type de structure inconnu : « ${written} »`, `unknown type of structure: “${written}”`)
    return { diagnostics: [diagnose('unknown-type', at, message, { hint })] }
  }
  const { type, former } = match
  if (!former) return { value: type.cle, diagnostics: [] }
  const message = text(
    `« ${written} » s’appelle aujourd’hui « ${type.libelle} »`,
    `“${written}” is now called “${type.libelle}”`,
  )
  return {
    value: type.cle,
    diagnostics: [
      diagnose('former-type', at, message, { hint: text(`écrivez \`${type.cle}\``, `write \`${type.cle}\``) }),
    ],
  }
}

/** `33, 40` is a list that was not written as one. */
function asList(written: string, reference: Reference, at: Span | undefined): Text | undefined {
  const parts = written.split(/\s*[,;/+&]\s*|\s+et\s+|(?<=\d[ab]?)\s*[-–]\s*(?=\d)/i).filter(part => part !== '')
  const codes = parts.map(part => matchCaf(reference, part)?.code)
  if (parts.length < 2 || codes.includes(undefined)) return undefined
  if (at && 'cell' in at) {
    const cut = codes.join(' ; ')
    return text(`pour plusieurs Caf, écrivez « ${cut} »`, `for several Cafs, write “${cut}”`)
  }
  const list = codes.map(code => `"${code ?? ''}"`).join(', ')
  return text(`pour plusieurs Caf, écrivez une liste : \`[${list}]\``, `for several Cafs, write a list: \`[${list}]\``)
}

/** « 33 - Landes »: one of the two is wrong, and nothing tells which. */
function conflict(written: string, reference: Reference): Text | undefined {
  const found = cafsInConflict(reference, written)
  if (!found) return undefined
  const [numbered, named] = found
  return text(
    `le numéro est celui de la « ${numbered.nom} », le nom celui de la « ${named.nom} » (${named.code}) : gardez celui qui est juste`,
    `the number is that of the “${numbered.nom}”, the name that of the “${named.nom}” (${named.code}): keep the one that is right`,
  )
}

function resolveCaf(written: string, reference: Reference, at: Span | undefined): Outcome<string> {
  const caf = matchCaf(reference, written)
  if (!caf) {
    const hint =
      asList(written, reference, at) ??
      conflict(written, reference) ??
      proposals(
        nearestCafs(reference, written).map(({ nom }) => nom),
        text(
          'donnez le numéro du département ; la liste : signakit list cafs',
          'give the department number; the list: signakit list cafs',
        ),
      )
    return {
      diagnostics: [
        diagnose('unknown-caf', at, text(`Caf inconnue : « ${written} »`, `unknown Caf: “${written}”`), { hint }),
      ],
    }
  }
  if (caf.verifie) return { value: caf.code, diagnostics: [] }
  const message = text(
    `le nom « ${caf.nom} » est à vérifier auprès de la Caf`,
    `the name “${caf.nom}” is to be checked with the Caf`,
  )
  return { value: caf.code, diagnostics: [diagnose('caf-name', at, message)] }
}

type Resolve = (written: string, reference: Reference, at: Span | undefined) => Outcome<string>

function resolveAll(list: readonly string[], path: string, at: At, reference: Reference, resolve: Resolve) {
  const found = list.map((written, index) => resolve(written, reference, at(`${path}.${index}`)))
  return {
    keys: [...new Set(found.flatMap(({ value }) => value ?? []))],
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  }
}

function checkOther(type: readonly string[], label: string | undefined, at: At): readonly Diagnostic[] {
  if (type[0] !== 'autre' || label !== undefined) return []
  const message = text(
    'il manque `type-libelle`, obligatoire avec `type: autre`',
    '`type-libelle` is missing, required with `type: autre`',
  )
  return [diagnose('missing-key', at('structure.type'), message)]
}

/** Keys of the types and codes of the Cafs, each once, in the order they were written. */
export function resolveNames(
  { structure = {} }: ProjectFile,
  reference: Reference,
  at: At,
): Outcome<{ readonly type: readonly string[]; readonly caf: readonly string[] }> {
  const types = resolveAll(structure.type ?? [], 'structure.type', at, reference, resolveType)
  const cafs = resolveAll(structure.caf ?? [], 'structure.caf', at, reference, resolveCaf)
  const other = checkOther(types.keys, structure['type-libelle'], at)
  return {
    value: { type: types.keys, caf: cafs.keys },
    diagnostics: [...types.diagnostics, ...other, ...cafs.diagnostics],
  }
}
