// A CSV with some cells changed: same encoding, same separator, same quotes, and every other byte as it was.
import { encodeText } from '../../input/encode.ts'
import { text } from '../../model/diagnostic.ts'
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

function spliceFor(edit: CellEdit, cells: readonly CsvPlace[], separator: string): Splice | undefined {
  const place = cells[edit.column]
  if (place) {
    if (place.value !== edit.before) return undefined
    return { from: place.from, to: place.to, text: written(edit.after, separator, place.quoted) }
  }
  const end = cells.at(-1)?.to ?? 0
  // A row may stop before its last columns: the separators that it lacks are added.
  const gap = separator.repeat(edit.column - cells.length + 1)
  return edit.before === '' ? { from: end, to: end, text: gap + written(edit.after, separator, false) } : undefined
}

/** Several cells added at the end of a row share its separators. */
function splicesOf(edits: readonly CellEdit[], cells: readonly CsvPlace[], separator: string) {
  let width = cells.length
  return edits
    .toSorted((a, b) => a.column - b.column)
    .map(edit => {
      const made = spliceFor(edit, cells, separator)
      if (!made || edit.column < cells.length) return { edit, made }
      const gap = separator.repeat(edit.column - width + 1)
      width = edit.column + 1
      return { edit, made: { ...made, text: gap + written(edit.after, separator, false) } }
    })
}

export function correctCsv(source: CsvSource, edits: readonly CellEdit[]): Corrected {
  const byRow = new Map<number, CellEdit[]>()
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit])
  const splices: Splice[] = []
  const made: CellEdit[] = []
  const left: { edit: CellEdit; why: Corrected['left'][number]['why'] }[] = []
  let row = 0
  for (const cells of csvPlaces(source.text, source.separator, source.start)) {
    const wanted = byRow.get(++row)
    if (!wanted) continue
    byRow.delete(row)
    for (const { edit, made: one } of splicesOf(wanted, cells, source.separator)) {
      if (!one) left.push({ edit, why: OTHERWISE })
      else if (!source.encode(edit.after)) left.push({ edit, why: UNWRITABLE })
      else {
        splices.push(one)
        made.push(edit)
      }
    }
  }
  for (const edit of [...byRow.values()].flat()) left.push({ edit, why: OTHERWISE })
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
