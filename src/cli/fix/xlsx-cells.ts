// Cells of a worksheet changed in its XML (ISO/IEC 29500-1 18.3.1): styles, formulas and everything around them stay.

import { columnName } from '../../input/table/cell-name.ts'
import { settled } from './all-or-none.ts'
import type { CellEdit, Corrected, Merged } from './cell-edit.ts'
import type { Splice } from './splice.ts'
import { type Grid, mergesOver, type SheetCell, type SheetRow } from './xlsx-grid.ts'
import { MERGED, reasonsFor, type Wanted } from './xlsx-reasons.ts'
import { escapeXml, prefixOf } from './xml-places.ts'

/** A text that looks like one of Excel's escapes is escaped itself (22.9.2.19). */
const cellText = (value: string): string => escapeXml(value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

export type StyleOf = (style: string | undefined, value: string) => string | undefined

function cellXml(prefix: string, edit: CellEdit, style: string | undefined): string {
  const [p, s] = [prefix, style === undefined ? '' : ` s="${escapeXml(style)}"`]
  const start = `<${p}c r="${columnName(edit.column)}${edit.row}"${s}`
  if (edit.after === '') return `${start}/>`
  return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${cellText(edit.after)}</${p}t></${p}is></${p}c>`
}

export type CellSplices = Pick<Corrected, 'made' | 'left'> & {
  readonly splices: readonly Splice[]
  readonly merged: readonly Merged[]
  /** Cells that were changed, as they were. */
  readonly changed: readonly { readonly edit: CellEdit; readonly cell: SheetCell }[]
}

function inRow(row: SheetRow, edits: readonly CellEdit[], styleOf: StyleOf) {
  const prefix = prefixOf(row.name)
  const splices: Splice[] = []
  const changed: { edit: CellEdit; cell: SheetCell }[] = []
  const added: string[] = []
  for (const edit of edits.toSorted((a, b) => a.column - b.column)) {
    const cell = row.cells.find(({ column }) => column === edit.column)
    // A cell that was not there looks like its neighbour.
    const near = cell ?? row.cells.findLast(({ column }) => column < edit.column)
    const xml = cellXml(prefix, edit, styleOf(near?.attributes['s'], edit.after))
    const next = row.cells.find(({ column }) => column > edit.column)
    if (cell) {
      changed.push({ edit, cell })
      splices.push({ from: cell.from, to: cell.to, text: xml })
    } else if (next) splices.push({ from: next.from, to: next.from, text: xml })
    else added.push(xml)
  }
  if (added.length > 0) splices.push({ from: row.until, to: row.until, text: added.join('') })
  return { splices, changed }
}

/** `spans` says where a row's cells are, to go faster; a row that gains one is read without it. */
function withoutSpans(xml: string, row: SheetRow): readonly Splice[] {
  const tag = xml.slice(row.from, row.inside)
  const found = /\s+spans\s*=\s*("[^"]*"|'[^']*')/.exec(tag)
  if (!found) return []
  const from = row.from + found.index
  return [{ from, to: from + found[0].length, text: '' }]
}

function wantedOf({ rows, merges }: Grid, byRow: ReadonlyMap<number, readonly CellEdit[]>): readonly Wanted[] {
  const found = rows.flatMap(row => {
    const edits = row.inside === row.to ? undefined : byRow.get(row.number)
    return edits ? [{ row, edits }] : []
  })
  const over = mergesOver(merges)
  return found
    .toSorted((a, b) => a.row.number - b.row.number)
    .map(({ row, edits }) => ({ row, edits, merges: over(row.number) }))
}

export function cellSplices(xml: string, grid: Grid, edits: readonly CellEdit[], styleOf: StyleOf): CellSplices {
  const byRow = new Map<number, CellEdit[]>()
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit])
  const wanted = wantedOf(grid, byRow)
  const { refused, follows, merged } = reasonsFor(wanted)
  const known = new Set(wanted.flatMap(each => each.edits))
  for (const edit of edits) if (!known.has(edit)) refused.set(edit, MERGED)
  const { made, left } = settled(edits, refused, follows)
  const done = new Set(made)
  const all = wanted.map(({ row, edits: own }) => {
    const kept = own.filter(edit => done.has(edit))
    const found = inRow(row, kept, styleOf)
    const grows = found.changed.length < kept.length
    return grows ? { ...found, splices: [...found.splices, ...withoutSpans(xml, row)] } : found
  })
  return {
    splices: all.flatMap(({ splices }) => splices),
    changed: all.flatMap(({ changed }) => changed),
    made,
    left,
    merged: made.flatMap(edit => merged.get(edit) ?? []),
  }
}
