// A CSV with some cells changed: same encoding, same separator, same quotes, and every other byte as it was.
import { encodeText } from '../../input/encode.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import { settled } from './all-or-none.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'
import { type CsvPlace, csvPlaces } from './csv-places.ts'
import { type Splice, splice } from './splice.ts'

export type CsvSource = {
  readonly text: string
  readonly separator: string
  /** Characters of the line `sep=;`, if there is one. */
  readonly start: number
  readonly encode: (text: string) => Uint8Array | undefined
}

const OTHERWISE = text(
  'la cellule ne se lit pas de la même façon dans le texte',
  'the cell reads otherwise in the text',
)
const UNWRITABLE = text(
  'le codage du fichier n’a pas ces caractères',
  'the encoding of the file lacks these characters',
)

/** Quoted when it was, and when it must be. */
function written(value: string, separator: string, wasQuoted: boolean): string {
  const needs = wasQuoted || value.includes(separator) || /["\r\n]|^\s|\s$/.test(value)
  return needs ? `"${value.replaceAll('"', '""')}"` : value
}

/** A row may stop before its last columns: the separators that it lacks are added, once for several cells. */
function splicesOf(edits: readonly CellEdit[], cells: readonly CsvPlace[], separator: string): readonly Splice[] {
  const end = cells.at(-1)?.to ?? 0
  let width = cells.length
  return edits
    .toSorted((a, b) => a.column - b.column)
    .map(({ column, after }) => {
      const place = cells[column]
      if (place) return { from: place.from, to: place.to, text: written(after, separator, place.quoted) }
      const gap = separator.repeat(column - width + 1)
      width = column + 1
      return { from: end, to: end, text: gap + written(after, separator, false) }
    })
}

type Rows = ReadonlyMap<number, readonly CsvPlace[]>

/** The rows that edits are of, by their numbers. */
function rowsOf({ text: written, separator, start }: CsvSource, edits: readonly CellEdit[]): Rows {
  const wanted = new Set(edits.map(({ row }) => row))
  const rows = new Map<number, readonly CsvPlace[]>()
  let number = 0
  for (const cells of csvPlaces(written, separator, start)) if (wanted.has(++number)) rows.set(number, cells)
  return rows
}

function refusedOf({ encode }: CsvSource, rows: Rows, edits: readonly CellEdit[]): ReadonlyMap<CellEdit, Text> {
  const refused = new Map<CellEdit, Text>()
  for (const edit of edits) {
    const cells = rows.get(edit.row)
    if (!cells || (cells[edit.column]?.value ?? '') !== edit.before) refused.set(edit, OTHERWISE)
    else if (!encode(edit.after)) refused.set(edit, UNWRITABLE)
  }
  return refused
}

export function correctCsv(source: CsvSource, edits: readonly CellEdit[]): Corrected {
  const rows = rowsOf(source, edits)
  const { made, left } = settled(edits, refusedOf(source, rows, edits))
  const byRow = new Map<number, CellEdit[]>()
  for (const edit of made) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit])
  const splices = [...byRow].flatMap(([row, own]) => splicesOf(own, rows.get(row) ?? [], source.separator))
  const bytes = source.encode(splice(source.text, splices))
  if (!bytes) throw new Error('a text whose every part can be encoded cannot')
  return { bytes, made, left }
}

/** `changes.csv` beside a corrected CSV, which cannot hold comments (CONTRACT §7: `;`, UTF-8 with BOM, CRLF). */
export function changesCsv(rows: readonly (readonly string[])[]): Uint8Array {
  // A cell that starts like a formula would be one when the list is opened.
  const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
  const lines = rows.map(row => row.map(cell => written(safe(cell), ';', false)).join(';'))
  return encodeText(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}
