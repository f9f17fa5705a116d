// A kit file → a Kit: decoded, parsed, laid over its project, checked. Every mistake of the file is reported at once.
import { resolve } from 'node:path'
import { type Diagnostic, hasErrors, type Outcome, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import { canonicalJson } from '../model/manifest.ts'
import type { Policy, Rules } from '../model/rule.ts'
import type { World } from '../model/world.ts'
import { postcodeFigures } from './contact.ts'
import { decode, MAX_BYTES, unreadable } from './decode.ts'
import { diagnose } from './diagnose.ts'
import { inOrder } from './in-order.ts'
import { type At, checkPieces, checkPolicies, checkStructure, placeholders } from './kit-checks.ts'
import { kitHint, rowHint } from './kit-hints.ts'
import { isReservedName, kitId } from './kit-id.ts'
import { resolveNames } from './kit-names.ts'
import { underPolicies } from './kit-policies.ts'
import { type KitFile, kitSchema, type ProjectFile, projectSchema } from './kit-schema.ts'
import { linesOf, writtenIn } from './lines.ts'
import { loosen } from './loose.ts'
import { oneLine } from './one-line.ts'
import { overlay } from './overlay.ts'
import { type Project, valueFor } from './project.ts'
import type { Reference } from './reference.ts'
import { salvage } from './salvage.ts'
import { applySettings, type Setting } from './settings.ts'
import { sha256Of } from './sha256.ts'
import { validate } from './validate.ts'
import { type PlacedValue, parseYaml } from './yaml.ts'

export type KitInput = {
  /** As given on the command line; `-` for standard input. */
  readonly file: string
  /** Absolute folder that its relative paths start from. */
  readonly folder: string
  /** The content, when it does not come from the disk. */
  readonly bytes?: Uint8Array
}

type Text = { readonly text: string; readonly sha256: string }

function readText({ file, bytes }: KitInput, world: World): Outcome<Text> {
  const read = bytes ? ({ ok: true, bytes } as const) : world.read(resolve(file), { maxBytes: MAX_BYTES })
  if (!read.ok) return { diagnostics: [unreadable(file, read.reason)] }
  const { value, diagnostics } = decode(read.bytes, file)
  return value === undefined ? { diagnostics } : { value: { text: value, sha256: sha256Of(read.bytes) }, diagnostics }
}

/** The file's value over the project's, and `--set` over both. */
function combine(
  parsed: PlacedValue,
  folder: string,
  project: Project | undefined,
  sets: readonly Setting[],
): Outcome<PlacedValue> {
  const own = loosen(parsed)
  const kit = own.value ?? parsed
  const set = applySettings(project ? overlay(valueFor(project, folder), kit) : kit, sets)
  const flat = oneLine(set.value ?? kit)
  return { value: flat.value ?? kit, diagnostics: [...own.diagnostics, ...set.diagnostics, ...flat.diagnostics] }
}

/** The place of a path, else of the nearest value above; `x#key` is the key of x. */
const finder =
  ({ spans }: PlacedValue): At =>
  path => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const found = spans[at] ?? spans[at.replace(/#key$/, '')]
      if (found) return found
    }
    return spans['']
  }

/** A batch made elsewhere is opened, copied or unzipped under Windows sooner or later. */
function reservedId(id: string, at: Span | undefined): Diagnostic {
  const message = text(
    `Windows réserve le nom « ${id} » : le dossier du kit ne peut pas s’appeler ainsi`,
    `Windows keeps the name “${id}” for itself: the kit’s folder cannot be called so`,
  )
  const isCell = at !== undefined && 'cell' in at
  const hint = isCell
    ? text(
        `donnez un autre \`id\` à la structure, comme « ${id}-33 »`,
        `give the structure another \`id\`, such as “${id}-33”`,
      )
    : text(`écrivez un autre \`id\` : \`id: ${id}-33\``, `write another \`id\`: \`id: ${id}-33\``)
  return diagnose('kit-id', at, message, { hint })
}

function idOf({ structure }: KitFile, at: At): Outcome<string> {
  const { id, nom, lieu, adresse, communes } = structure
  const commune = adresse?.commune ?? communes?.[0]
  const value = kitId({ id, nom, lieu, commune })
  const where = at(id === undefined ? 'structure.nom' : 'structure.id')
  if (isReservedName(value)) return { diagnostics: [reservedId(value, where)] }
  if (value !== '') return { value, diagnostics: [] }
  const message = text(
    'aucune lettre latine ni chiffre pour nommer le dossier du kit',
    'no Latin letter or figure to name the kit’s folder',
  )
  return {
    diagnostics: [
      diagnose('kit-id', where, message, {
        hint: text('ajoutez `id: "33-0142"` à la structure', 'add `id: "33-0142"` to the structure'),
      }),
    ],
  }
}

function structureOf(
  { structure }: KitFile,
  names: { readonly type: readonly string[]; readonly caf: readonly string[] },
): Kit['structure'] {
  const { adresse } = structure
  const postcode = adresse?.['code-postal']
  const address = postcode === undefined ? adresse : { ...adresse, 'code-postal': postcodeFigures(postcode) }
  return { ...structure, ...names, ...(address ? { adresse: address } : {}) }
}

type Parts = {
  readonly input: KitInput
  readonly source: Text
  readonly file: KitFile
  readonly names: { readonly type: readonly string[]; readonly caf: readonly string[] }
  readonly id: string
  readonly spans: PlacedValue['spans']
  readonly project: Project | undefined
}

/** Keys that hold nothing are absent, not undefined. */
const withoutUndefined = <T extends object>(value: T): T =>
  // A key whose value is undefined is optional, so that the type stays the same.
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T

function compose({ input, source, file, names, id, spans, project }: Parts): Kit {
  const { charte, imprimeur, langues = ['fr'], pieces } = file.kit ?? {}
  const { file: name, folder } = input
  return {
    id,
    structure: withoutUndefined(structureOf(file, names)),
    ...withoutUndefined({ charte, imprimeur, pieces: pieces?.map(withoutUndefined) }),
    langues,
    textes: file.textes ?? {},
    regles: file.regles ?? {},
    source: { file: name, folder, root: project?.folder ?? folder, ...source },
    ...(project ? { project: { file: project.file, sha256: project.sha256, text: project.text } } : {}),
    spans,
  }
}

/** The checks that a schema cannot make, on what it accepted. */
function check(file: ProjectFile, reference: Reference, { rules }: KitOptions, at: At) {
  const names = resolveNames(file, reference, at)
  const found = [
    ...names.diagnostics,
    ...checkStructure(file, names.value?.caf ?? [], at),
    ...checkPieces(file, at),
    ...checkPolicies(file, rules, at),
  ]
  return { names: names.value ?? { type: [], caf: [] }, found }
}

function build(
  input: KitInput,
  source: Text,
  value: PlacedValue,
  project: Project | undefined,
  reference: Reference,
  options: KitOptions,
): Outcome<Kit> {
  const at = finder(value)
  const early = placeholders(value, at)
  const origin = at('')
  const checked = validate(kitSchema, value, input.file, {
    hint: origin && 'cell' in origin ? rowHint : kitHint,
    written: writtenIn(linesOf(source.text, input.file)),
  })
  const file = checked.value
  if (!file) {
    const rest = check(salvage(projectSchema, value.data) ?? {}, reference, options, at)
    return { diagnostics: [...checked.diagnostics, ...early, ...rest.found] }
  }
  const { names, found } = check(file, reference, options, at)
  const id = idOf(file, at)
  const diagnostics: readonly Diagnostic[] = [...early, ...found, ...id.diagnostics]
  if (id.value === undefined) return { diagnostics }
  return { value: compose({ input, source, file, names, id: id.value, spans: value.spans, project }), diagnostics }
}

export type KitOptions = {
  /** Every rule of the product: what `regles` may name, and what is locked. */
  readonly rules?: Rules
  /** `--rule`: wins over the `regles` of the file. */
  readonly policies?: Readonly<Record<string, Policy>>
}

/** What was read, made a kit: laid over its project, checked, in the order of the file. `before` was found while reading it. */
function finish(
  input: KitInput,
  source: Text,
  parsed: PlacedValue,
  before: readonly Diagnostic[],
  { project, sets = [], reference, options = {} }: KitContext,
): Outcome<Kit> {
  const combined = combine(parsed, input.folder, project, sets)
  const built = build(input, source, combined.value ?? parsed, project, reference, options)
  const all = inOrder([...before, ...combined.diagnostics, ...built.diagnostics])
  const diagnostics = underPolicies(all, { ...built.value?.regles, ...options.policies })
  return hasErrors(diagnostics) || !built.value ? { diagnostics } : { value: built.value, diagnostics }
}

export type KitContext = {
  readonly project?: Project | undefined
  /** `--set`: win over the file, which wins over the project. */
  readonly sets?: readonly Setting[]
  readonly reference: Reference
  readonly options?: KitOptions
}

/** Reads and checks one kit. The value is absent when there is an error. */
export function readKit(input: KitInput, context: KitContext, world: World): Outcome<Kit> {
  const source = readText(input, world)
  if (!source.value) return { diagnostics: source.diagnostics }
  const parsed = parseYaml(source.value.text, input.file)
  const before = [...source.diagnostics, ...parsed.diagnostics]
  return parsed.value ? finish(input, source.value, parsed.value, before, context) : { diagnostics: before }
}

/** The same for values that are already at hand, such as a spreadsheet's row: they have no text to show. */
export function kitOfValue(
  input: Omit<KitInput, 'bytes'>,
  data: unknown,
  spans: PlacedValue['spans'],
  context: KitContext,
): Outcome<Kit> {
  const sha256 = sha256Of(new TextEncoder().encode(canonicalJson(data)))
  return finish(input, { text: '', sha256 }, { data, spans, sources: () => undefined }, [], context)
}
