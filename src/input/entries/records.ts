// JSON lines and GeoJSON points as a table: one record is one row, its keys are the titles.
import { resolve } from 'node:path'
import { type Diagnostic, type Outcome, type Span, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import { decode, unreadable } from '../decode.ts'
import { diagnose } from '../diagnose.ts'
import type { Row, Table } from '../table/table.ts'
import { type JsonPath, keysSaidTwice } from './keys-said-twice.ts'
import { LINE_END, type Part } from './yaml-documents.ts'

const MAX_BYTES = 256 * 1024 * 1024
const MAX_DEPTH = 6
const MAX_KEYS = 500

/** A record and where it stands: the line of a file of lines, else its rank. */
type RecordAt = {
  readonly number: number
  readonly data: unknown
  /** Keys said twice, of which the parser kept the last. */
  readonly twice: readonly string[]
}

/** The name that cells of a GeoJSON file carry for their sheet: `creches.geojson › features!Nomequ[12]`. */
export const FEATURES = 'features'

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** What a cell cannot hold: it is told, never left out in silence. */
type Lost = (path: string) => void

/** `{ adresse: { commune } }` is `adresse.commune`; a list of words is one cell, its items parted by `|`. */
function* cellsOf(
  data: unknown,
  path: string,
  lost: Lost,
  depth = 0,
): Generator<readonly [key: string, value: string]> {
  if (data === null || data === undefined) return
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data
    if (items.some(item => typeof item === 'object' && item !== null)) lost(path)
    const words = items.filter(item => item !== null && typeof item !== 'object')
    if (words.length > 0) yield [path, words.map(String).join(' | ')]
  } else if (isObject(data)) {
    if (depth >= MAX_DEPTH) lost(path)
    else {
      for (const [key, inner] of Object.entries(data)) {
        yield* cellsOf(inner, path === '' ? key : `${path}.${key}`, lost, depth + 1)
      }
    }
  } else {
    yield [path, typeof data === 'boolean' ? (data ? 'oui' : 'non') : String(data)]
  }
}

const lostKey = (file: string, sheet: string, number: number, path: string): Diagnostic =>
  diagnose(
    'json-nested',
    { file, sheet, cell: `A${number}` },
    text(
      `\`${path}\` ne tient pas dans une cellule\u00a0: ce qu’il contient serait perdu`,
      `\`${path}\` does not fit in a cell: what it holds would be lost`,
    ),
  )

const saidTwice = (file: string, sheet: string, number: number, path: string): Diagnostic =>
  diagnose(
    'duplicate-key',
    { file, sheet, cell: `A${number}` },
    text(`la clé \`${path}\` est écrite deux fois`, `the key \`${path}\` is written twice`),
    { hint: text('gardez une seule des deux valeurs', 'keep one of the two values') },
  )

/** What a record gives to each title, and the titles to which it gives two values. */
function filledBy(
  data: unknown,
  lost: Lost,
): { readonly cells: ReadonlyMap<string, string>; readonly twice: Set<string> } {
  const cells = new Map<string, string>()
  const twice = new Set<string>()
  for (const [key, value] of cellsOf(data, '', lost)) {
    if (cells.has(key)) twice.add(key)
    cells.set(key, value)
  }
  return { cells, twice }
}

function tableOf(file: string, sheet: string, records: readonly RecordAt[]): Table {
  const titles: string[] = []
  const known = new Set<string>()
  for (const { data } of records) {
    for (const [key] of cellsOf(data, '', () => {})) {
      if (known.has(key) || known.size >= MAX_KEYS) continue
      known.add(key)
      titles.push(key)
    }
  }
  async function* rows(): AsyncGenerator<Row> {
    yield { number: 0, cells: titles, hidden: false }
    for (const { number, data, twice } of records) {
      const lost = new Set<string>()
      const filled = filledBy(data, path => lost.add(path))
      const { cells } = filled
      for (const key of cells.keys()) if (!known.has(key)) lost.add(key)
      const diagnostics = [
        ...[...lost].map(path => lostKey(file, sheet, number, path)),
        ...[...new Set([...twice, ...filled.twice])].map(path => saidTwice(file, sheet, number, path)),
      ]
      yield { number, cells: titles.map(title => cells.get(title) ?? ''), hidden: false, diagnostics }
    }
  }
  return { file, sheet, diagnostics: [], rows }
}

/** A record that says nothing makes no row: it is told, since the file counts it. */
const emptyRecord = (at: Span, number: number): Diagnostic =>
  diagnose(
    'row-left-out',
    at,
    text(
      `élément ${number} laissé de côté : il ne porte aucune valeur`,
      `element ${number} left out: it holds no value`,
    ),
  )

const isEmpty = (data: unknown): boolean => [...cellsOf(data, '', () => {})].every(([, value]) => value.trim() === '')

const notJson = (file: string, line: number): Diagnostic =>
  diagnose(
    'json-syntax',
    { file, line, column: 1, length: 0 },
    text('cette ligne n’est pas un objet JSON', 'this line is no JSON object'),
  )

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

const pathsIn = (paths: Iterable<JsonPath>): readonly string[] => [...paths].map(path => path.join('.'))

/** One JSON object a line (`.jsonl`, `.ndjson`). Lines that are none are findings, the others are read. */
function lineRecords(source: string, file: string): Outcome<readonly RecordAt[]> {
  const diagnostics: Diagnostic[] = []
  const records = source.split(LINE_END).flatMap((line, index) => {
    if (line.trim() === '') return []
    const data = parse(line)
    if (isObject(data) && !isEmpty(data)) return [{ number: index + 1, data, twice: pathsIn(keysSaidTwice(line)) }]
    const at = { file, line: index + 1, column: 1, length: 1 }
    diagnostics.push(isObject(data) ? emptyRecord(at, index + 1) : notJson(file, index + 1))
    return []
  })
  return { value: records, diagnostics }
}

/** By the rank of a feature, the keys of its properties that are said twice. */
function twiceByFeature(source: string): ReadonlyMap<number, readonly JsonPath[]> {
  const found = new Map<number, JsonPath[]>()
  for (const [list, rank, part, ...path] of keysSaidTwice(source)) {
    if (list !== 'features' || typeof rank !== 'number' || part !== 'properties') continue
    found.set(rank, [...(found.get(rank) ?? []), path])
  }
  return found
}

/** The properties of each feature; geometry says nothing that a sign prints. */
function featureRecords(source: string, file: string): Outcome<readonly RecordAt[]> {
  const data = parse(source)
  const features: unknown = isObject(data) ? data.features : undefined
  if (!Array.isArray(features)) {
    const message = text(
      'ce n’est pas une collection GeoJSON\u00a0: il manque la liste `features`',
      'this is no GeoJSON collection: the list `features` is missing',
    )
    return { diagnostics: [diagnose('json-syntax', { file, line: 1, column: 1, length: 0 }, message)] }
  }
  const diagnostics: Diagnostic[] = []
  const twice = twiceByFeature(source)
  const records = features.flatMap((feature: unknown, index) => {
    const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {}
    if (!isEmpty(properties)) return [{ number: index + 1, data: properties, twice: pathsIn(twice.get(index) ?? []) }]
    diagnostics.push(emptyRecord({ file, sheet: FEATURES, cell: `properties[${index + 1}]` }, index + 1))
    return []
  })
  return { value: records, diagnostics }
}

/** Whether a file of lines holds kits as YAML would say them, rather than flat records. */
const isKit = (data: unknown): boolean => isObject(data) && isObject(data.structure)

export type Records = { readonly table: Table } | { readonly documents: readonly Part[] }

export function openRecords(file: string, kind: 'lines' | 'geojson', world: World): Outcome<Records> {
  const read = world.read(resolve(file), { maxBytes: MAX_BYTES })
  if (!read.ok) return { diagnostics: [unreadable(file, read.reason)] }
  const source = decode(read.bytes, file, MAX_BYTES)
  if (source.value === undefined) return { diagnostics: source.diagnostics }
  const records = kind === 'lines' ? lineRecords(source.value, file) : featureRecords(source.value, file)
  const diagnostics = [...source.diagnostics, ...records.diagnostics]
  if (!records.value) return { diagnostics }
  if (kind === 'lines' && records.value.length > 0 && records.value.every(({ data }) => isKit(data))) {
    const lines = source.value.split(LINE_END)
    const documents = records.value.map(({ number }) => ({ text: lines[number - 1] ?? '', line: number - 1 }))
    return { value: { documents }, diagnostics }
  }
  return { value: { table: tableOf(file, kind === 'lines' ? '' : FEATURES, records.value) }, diagnostics }
}
