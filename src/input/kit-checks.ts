// What a schema cannot say of a kit's data: empty words, lost zeros, values that hide each other, unknown rules.

import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'
import { placeholder } from './clean.ts'
import {
  CONTACT_FORMS,
  type ContactKey,
  type Form,
  isPhoneWithoutZero,
  isPostcode,
  postcodeFigures,
} from './contact.ts'
import { departmentOf, isOfDepartments, startOfPostcodes } from './departments.ts'
import { diagnose } from './diagnose.ts'
import type { ProjectFile } from './kit-schema.ts'
import { nearest } from './nearest.ts'
import { scientificFigures } from './scientific.ts'
import { childPath, type PlacedValue } from './yaml.ts'

/** Where a value is, or the nearest value above it. */
export type At = (path: string) => Span | undefined

function strings(data: unknown, path: string): readonly (readonly [path: string, value: string])[] {
  if (typeof data === 'string') return [[path, data]]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, inner]) => strings(inner, childPath(path, key)))
}

/** `3,56E+08`: of a name or a place, nothing else starts so. */
function lostFigures(value: string, path: string, at: Span | undefined): Diagnostic | undefined {
  const figures = scientificFigures(value)
  if (!figures) return undefined
  const key = path.split('.').findLast(part => !/^\d+$/.test(part)) ?? path
  const hint =
    figures.whole === undefined
      ? text(
          'reprenez le nombre à sa source, dans une cellule au format Texte',
          'take the number from its source again, in a cell of format Text',
        )
      : text(`écrivez « ${figures.whole} »`, `write “${figures.whole}”`)
  const message = text(
    `\`${key}\` : « ${value} » est un nombre en puissance de dix`,
    `\`${key}\`: “${value}” is a number as a power of ten`,
  )
  return diagnose('scientific-notation', at, message, { hint })
}

/** Words that stand for no value, and numbers that lost their figures, anywhere in the structure. */
export const placeholders = ({ data }: PlacedValue, at: At): readonly Diagnostic[] =>
  strings(data, '')
    .filter(([path]) => path.startsWith('structure.'))
    .flatMap(([path, value]) => placeholder(value, at(path)) ?? lostFigures(value, path, at(path)) ?? [])

const lostZero = (at: Span | undefined, name: string, value: string): Diagnostic =>
  diagnose(
    'lost-zero',
    at,
    text(
      `\`${name}\` : il manque le premier zéro de « ${value} »`,
      `\`${name}\`: the first zero of “${value}” is missing`,
    ),
    {
      hint:
        at && 'cell' in at
          ? text(
              `« 0${value} » ? écrivez-le dans une cellule au format Texte, ou \`signakit fix\``,
              `“0${value}”? write it in a cell of format Text, or \`signakit fix\``,
            )
          : text(`écrivez \`"0${value}"\``, `write \`"0${value}"\``),
    },
  )

/** Four figures: the first zero is what is missing only where the post code is then of the Caf's department. */
function shortPostcode(figures: string, departments: readonly string[], at: Span | undefined): Diagnostic {
  if (departments.length === 0 || isOfDepartments(`0${figures}`, departments))
    return lostZero(at, 'code-postal', figures)
  const starts = [...new Set(departments.map(startOfPostcodes))]
  const message = text(
    `\`code-postal\` : il manque un chiffre à « ${figures} »`,
    `\`code-postal\`: “${figures}” lacks a figure`,
  )
  const hint = text(
    `attendu : cinq chiffres, ${starts.join(' ou ')}… d’après la Caf`,
    `expected: five figures, ${starts.join(' or ')}… as the Caf says`,
  )
  return diagnose('wrong-value', at, message, { hint })
}

/** A town may lie across the border, a manager's seat anywhere: it is said, and printed. */
function otherDepartment(postcode: string | undefined, departments: readonly string[], at: Span | undefined) {
  if (postcode === undefined || !isPostcode(postcode) || departments.length === 0) return []
  const figures = postcodeFigures(postcode)
  if (isOfDepartments(figures, departments)) return []
  const message = text(
    `le code postal ${figures} est du département ${departmentOf(figures) ?? ''}, la Caf est celle du ${departments.join(', ')}`,
    `the post code ${figures} is of department ${departmentOf(figures) ?? ''}, the Caf is that of ${departments.join(', ')}`,
  )
  const hint = text(
    'corrigez celui qui est faux ; rien à faire si la commune est bien hors du département de la Caf',
    'mend the one that is wrong; nothing if the town is indeed outside the Caf’s department',
  )
  return [diagnose('postcode-department', at, message, { hint })]
}

/** A value of another form is refused; one that has only lost its first zero is told so. */
function checkForm(key: ContactKey, value: string | undefined, at: Span | undefined): readonly Diagnostic[] {
  const { accepts, fault, expected }: Form = CONTACT_FORMS[key]
  if (value === undefined || accepts(value) || placeholder(value, at) || scientificFigures(value)) return []
  if (key === 'telephone' && isPhoneWithoutZero(value)) return [lostZero(at, key, value)]
  const message = text(`\`${key}\` : « ${value} » ${fault.fr}`, `\`${key}\`: “${value}” ${fault.en}`)
  return [
    diagnose('wrong-value', at, message, {
      hint: text(`attendu : ${expected.fr}`, `expected: ${expected.en}`),
    }),
  ]
}

const unused = (name: string, because: string, at: Span | undefined): Diagnostic =>
  diagnose(
    'unused-value',
    at,
    text(
      `rien de \`${name}\` ne sera imprimé, à cause de ${because}`,
      `nothing of \`${name}\` will be printed, because of ${because}`,
    ),
  )

const missing = (name: string, why: string, at: Span | undefined): Diagnostic =>
  diagnose(
    'missing-key',
    at,
    text(`il manque \`${name}\`, obligatoire avec \`${why}\``, `\`${name}\` is missing, required with \`${why}\``),
  )

/** « vitrophanie-a5, plaque-300x200 »: several pieces that were not written as a list. */
export function checkPieces({ kit = {} }: ProjectFile, at: At): readonly Diagnostic[] {
  return (kit.pieces ?? []).flatMap(({ produit }, index) => {
    if (!/[,;]/.test(produit)) return []
    const parts = produit.split(/\s*[,;]\s*/).filter(part => part !== '')
    const list = parts.join(', ')
    const message = text(
      `plusieurs pièces en un seul texte : « ${produit} »`,
      `several pieces in one text: “${produit}”`,
    )
    return [
      diagnose('wrong-value', at(`kit.pieces.${index}.produit`), message, {
        hint: text(`écrivez une liste : \`[${list}]\``, `write a list: \`[${list}]\``),
      }),
    ]
  })
}

function checkPostcode(value: string | undefined, cafs: readonly string[], at: Span | undefined) {
  const isShort = value !== undefined && /^\d{4}$/.test(postcodeFigures(value))
  if (isShort) return [shortPostcode(postcodeFigures(value), cafs, at)]
  return [...checkForm('code-postal', value, at), ...otherDepartment(value, cafs, at)]
}

/** Facts of the structure that only make sense together; `cafs` are the codes of its Cafs, those that are known. */
export function checkStructure(
  { structure = {} }: ProjectFile,
  cafs: readonly string[],
  at: At,
): readonly Diagnostic[] {
  const { adresse, itinerant = false, communes, telephone } = structure
  const { 'code-postal': postcode, commune } = adresse ?? {}
  return [
    ...checkPostcode(postcode, cafs, at('structure.adresse.code-postal')),
    ...checkForm('commune', commune, at('structure.adresse.commune')),
    ...checkForm('telephone', telephone, at('structure.telephone')),
    ...(itinerant && !communes ? [missing('communes', 'itinerant: oui', at('structure.itinerant'))] : []),
    ...(itinerant && adresse ? [unused('adresse', '`itinerant: oui`', at('structure.adresse#key'))] : []),
    ...(!itinerant && communes && adresse
      ? [unused('communes', '`itinerant: non`', at('structure.communes#key'))]
      : []),
  ]
}

/** Policies name rules that exist, and do not lower those that are locked. */
export function checkPolicies({ regles = {} }: ProjectFile, rules: Rules | undefined, at: At): readonly Diagnostic[] {
  if (!rules) return []
  return Object.entries(regles).flatMap(([id, policy]) => {
    const place = at(`regles.${id}#key`)
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
    if (!rule) {
      const near = nearest(id, Object.keys(rules))
      const hint =
        near === undefined
          ? text('la liste\u00a0: signakit list controles', 'the list: signakit list checks')
          : text(`vouliez-vous dire \`${near}\`\u202f?`, `did you mean \`${near}\`?`)
      return [diagnose('unknown-rule', place, text(`règle inconnue \`${id}\``, `unknown rule \`${id}\``), { hint })]
    }
    if (rule.locked !== true || policy === 'refuser' || policy === 'ecarter') return []
    return [
      diagnose(
        'locked-rule',
        place,
        text(`la règle \`${id}\` ne peut pas être abaissée`, `the rule \`${id}\` cannot be lowered`),
        { hint: text('retirez-la de `regles`', 'take it out of `regles`') },
      ),
    ]
  })
}
