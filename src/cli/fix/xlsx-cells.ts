// Cells of a worksheet changed in its XML (ISO/IEC 29500-1 18.3.1): styles, formulas and everything around them stay.

import { columnName } from '../../input/table/cell-name.ts'
import type { Merge } from '../../input/table/merges.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import { settled } from './all-or-none.ts'
import type { CellEdit, Corrected, Merged } from './cell-edit.ts'
import type { Splice } from './splice.ts'
import { type Grid, mergesOver, type SheetCell, type SheetRow } from './xlsx-grid.ts'
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

const FORMULA = text(
  'la cellule vient d’une formule : corrigez sa source',
  'the cell comes from a formula: mend its source',
)
const MERGED = text('la cellule fait partie d’une fusion', 'the cell is part of a merge')
const OTHERWISE = text(
  'la cellule est fusionnée avec des lignes qui se corrigent autrement',
  'the cell is merged with rows that are mended otherwise',
)

/** Why a cell must stay, whatever is merged; or undefined. */
function reasonToLeave(cell: SheetCell | undefined, { before }: CellEdit): Text | undefined {
  if (cell?.formula !== undefined) return FORMULA
  return before !== '' && !cell?.isFilled ? MERGED : undefined
}

type Wanted = { readonly row: SheetRow; readonly edits: readonly CellEdit[]; readonly merges: readonly Merge[] }

type Reasons = {
  readonly refused: Map<CellEdit, Text>
  /** Edits of cells that say what the first of their merge says, which is mended by itself. */
  readonly follows: Map<CellEdit, CellEdit>
  /** Edits of cells that are merged with those below. */
  readonly merged: Map<CellEdit, Merged>
}

const mergeAt = (merges: readonly Merge[], { column }: CellEdit): Merge | undefined =>
  merges.find(each => each.column <= column && column <= each.lastColumn)

/** What merges make of edits, by the edit of the first cell of each: rows come in order, and a merge starts above. */
function reasonsFor(wanted: readonly Wanted[]): Reasons {
  const reasons: Reasons = { refused: new Map(), follows: new Map(), merged: new Map() }
  const { refused, follows, merged } = reasons
  const firsts = new Map<Merge, CellEdit>()
  for (const { row, edits, merges } of wanted)
    for (const edit of edits) {
      const merge = mergeAt(merges, edit)
      const first = merge && firsts.get(merge)
      const isFirst = merge?.column === edit.column && merge.first === edit.row
      if (merge && isFirst) {
        firsts.set(merge, edit)
        if (merge.last > merge.first) merged.set(edit, { ...merge, after: edit.after })
      }
      if (!merge || isFirst) {
        const cell = row.cells.find(({ column }) => column === edit.column)
        const why = reasonToLeave(cell, edit)
        if (why) refused.set(edit, why)
      } else if (merge.column !== edit.column || !first) refused.set(edit, MERGED)
      else if (first.after === edit.after) follows.set(edit, first)
      else {
        refused.set(edit, MERGED)
        refused.set(first, OTHERWISE)
      }
    }
  return reasons
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
