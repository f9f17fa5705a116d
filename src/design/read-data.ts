// Reads the YAML of brands, printers, templates and products, and checks it against its schema.
import type { ZodType } from 'zod'
import { knownValue, knownYaml } from '../input/known-yaml.ts'
import { sha256Of } from '../input/sha256.ts'
import { validate } from '../input/validate.ts'
import { parseYaml } from '../input/yaml.ts'
import { hasErrors, type Outcome, text } from '../model/diagnostic.ts'
import type { ReadFailure, World } from '../model/world.ts'
import { finding } from './finding.ts'
import type { Placed } from './merge.ts'

/** The largest template has a hundred thousand characters. */
const MAX_BYTES = 5_000_000

const WHY: Readonly<Record<ReadFailure, { fr: string; en: string }>> = {
  missing: text('le fichier n’existe pas', 'the file does not exist'),
  forbidden: text('la lecture est interdite', 'reading is forbidden'),
  directory: text('c’est un dossier', 'it is a folder'),
  'too-large': text('le fichier dépasse 5 Mo', 'the file is larger than 5 MB'),
  outside: text('il est hors du dossier permis', 'it is outside the allowed folder'),
  unreadable: text('la lecture a échoué', 'reading failed'),
}

/** A design file is UTF-8: it is written by people who make brands, not exported by a spreadsheet. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The data of a file, its hash and its text; `root` is the folder that links may not leave. */
export function readYaml(file: string, root: string, world: World): Outcome<Placed & { readonly text: string }> {
  const at = { file, line: 1, column: 1, length: 0 }
  const read = world.read(file, { root, maxBytes: MAX_BYTES })
  if (!read.ok) return finding('data-file', at, WHY[read.reason])
  const hash = sha256Of(read.bytes)
  const known = knownYaml(read.bytes, hash, file, world)
  if (known) return { value: { ...known, hash }, diagnostics: [] }
  const source = decode(read.bytes)
  if (source === undefined)
    return finding('data-file', at, text('le fichier n’est pas en UTF-8', 'the file is not UTF-8'))
  const parsed = parseYaml(source, file)
  if (!parsed.value || hasErrors(parsed.diagnostics)) return { diagnostics: parsed.diagnostics }
  return { value: { ...parsed.value, hash, text: source }, diagnostics: parsed.diagnostics }
}

/** Each has its schema, named after it. */
export type DataKind = 'brand' | 'printer' | 'template' | 'product' | 'family'

/** Design files are written in one form: no loose keys. */
export function checkData<T>(
  kind: DataKind,
  schema: ZodType<T>,
  value: Placed,
  file: string,
  world: World,
): Outcome<T> {
  const known = knownValue(kind, value.hash, world)
  // Made by this very schema when the tool was built.
  return known === undefined ? validate(schema, value, file) : { value: known as T, diagnostics: [] }
}

/** A data file of ours: what is wrong in it is a bug. */
export function readShipped<T>(kind: DataKind, schema: ZodType<T>, path: string, world: World): T {
  const file = world.own(path)
  const read = readYaml(file, world.own('templates'), world)
  const checked: Outcome<T> = read.value
    ? checkData(kind, schema, read.value, path, world)
    : { diagnostics: read.diagnostics }
  if (checked.value === undefined || hasErrors(checked.diagnostics)) {
    throw new Error(
      `${path}: ${checked.diagnostics.map(({ message, at }) => `${message.en} ${JSON.stringify(at)}`).join('; ')}`,
    )
  }
  return checked.value
}
