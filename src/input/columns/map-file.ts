// `--map file.yaml`: what the user says of the columns; a title to a path, or a path to a title or to several in order.
import { basename } from 'node:path'
import { type Diagnostic, type Outcome, type Place, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import { decode, MAX_BYTES, unreadable } from '../decode.ts'
import { diagnose } from '../diagnose.ts'
import { parseYaml, type YamlValue } from '../yaml.ts'

export type MapLine = {
  /** A title or a path, as written. */
  readonly key: string
  readonly values: readonly string[]
  /** A list can only be titles: it says which way to read. */
  readonly isList: boolean
  readonly at: Place
  readonly valuesAt: readonly Place[]
}

export type MapFile = { readonly file: string; readonly lines: readonly MapLine[] }

const MAX_LINES = 500

const wrong = (at: Place | undefined, key: string): Diagnostic =>
  diagnose(
    'column-map',
    at,
    text(
      `\`${key}\` attend un titre, un chemin ou une liste de titres`,
      `\`${key}\` expects a title, a path or a list of titles`,
    ),
    {
      hint: text(
        'par exemple `Intitulé: nom`, ou `adresse.voie: [N°, Rue]`',
        'for instance `Intitulé: nom`, or `adresse.voie: [N°, Rue]`',
      ),
    },
  )

const isScalar = (data: unknown): data is string | number | boolean =>
  typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean'

function lineOf(read: YamlValue, whole: Place, key: string, data: unknown): Outcome<MapLine> {
  const at = read.spans[`${key}#key`] ?? whole
  const valueAt = read.spans[key] ?? at
  if (isScalar(data)) {
    const value = read.sources(key) ?? String(data)
    return { value: { key, values: [value], isList: false, at, valuesAt: [valueAt] }, diagnostics: [] }
  }
  const items: readonly unknown[] = Array.isArray(data) ? data : []
  if (items.length === 0 || !items.every(isScalar)) return { diagnostics: [wrong(at, key)] }
  const values = items.map((item, index) => read.sources(`${key}.${index}`) ?? String(item))
  const valuesAt = items.map((_, index) => read.spans[`${key}.${index}`] ?? valueAt)
  return { value: { key, values, isList: true, at, valuesAt }, diagnostics: [] }
}

/** Reads the lines; whether their titles and paths exist is said when a sheet is there (`mapColumns`). */
export function parseMap(source: string, file: string): Outcome<MapFile> {
  const { value: read, diagnostics } = parseYaml(source, file)
  if (!read) return { diagnostics }
  const { data } = read
  const whole: Place = { file, line: 1, column: 1, length: 0 }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { diagnostics: [...diagnostics, wrong(whole, basename(file))] }
  const entries = Object.entries(data)
  if (entries.length > MAX_LINES) {
    const message = text(`plus de ${MAX_LINES} lignes dans ce fichier`, `more than ${MAX_LINES} lines in this file`)
    return { diagnostics: [...diagnostics, diagnose('column-map', whole, message)] }
  }
  const lines = entries.map(([key, value]) => lineOf(read, whole, key, value))
  return {
    value: { file, lines: lines.flatMap(({ value }) => value ?? []) },
    diagnostics: [...diagnostics, ...lines.flatMap(line => line.diagnostics)],
  }
}

/** The file named by `--map`. */
export function readMapFile(file: string, world: World): Outcome<MapFile> {
  const read = world.read(file, { maxBytes: MAX_BYTES })
  if (!read.ok) return { diagnostics: [unreadable(file, read.reason)] }
  const source = decode(read.bytes, file)
  if (source.value === undefined) return { diagnostics: source.diagnostics }
  const parsed = parseMap(source.value, file)
  return { ...parsed, diagnostics: [...source.diagnostics, ...parsed.diagnostics] }
}
