// Cells of a worksheet changed in its XML (ISO/IEC 29500-1 18.3.1): styles, formulas and everything around them stay.

import { columnName } from '../../input/table/cell-name.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { CellEdit } from './cell-edit.ts'
import type { Splice } from './splice.ts'
import { elementsIn, escapeXml, localName, prefixOf, type XmlElement } from './xml-places.ts'

type SheetCell = XmlElement & { readonly column: number; readonly hasFormula: boolean; readonly isFilled: boolean }

type SheetRow = XmlElement & { readonly number: number; readonly cells: readonly SheetCell[] }

const columnOf = (reference: string): number =>
  [...reference.replace(/\d.*$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Rows and cells may leave out where they are: then they follow the one before. */
export function rowsOf(xml: string): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let cells: SheetCell[] = []
  let inner: XmlElement[] = []
  let number = 0
  for (const element of elementsIn(xml, ['row', 'c', 'f', 'v', 'is'])) {
    const name = localName(element.name)
    if (name === 'c') {
      const reference = element.attributes['r']
      const column = reference === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnOf(reference)
      const own = inner.filter(({ from }) => from > element.from)
      cells.push({
        ...element,
        column,
        hasFormula: own.some(({ name: each }) => localName(each) === 'f'),
        isFilled: own.some(({ name: each }) => localName(each) !== 'f'),
      })
      inner = []
    } else if (name === 'row') {
      number = element.attributes['r'] === undefined ? number + 1 : Number(element.attributes['r'])
      rows.push({ ...element, number, cells })
      cells = []
    } else inner.push(element)
  }
  return rows
}

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

/** Why a cell must stay, or undefined. */
function reasonToLeave(cell: SheetCell | undefined, { before }: CellEdit): Text | undefined {
  if (cell?.hasFormula) return FORMULA
  // What it says comes from the first cell of its merge, which is mended by itself.
  return before !== '' && !cell?.isFilled ? MERGED : undefined
}

export type CellSplices = {
  readonly splices: readonly Splice[]
  readonly made: readonly CellEdit[]
  readonly left: readonly { readonly edit: CellEdit; readonly why: Text }[]
}

function inRow(row: SheetRow, edits: readonly CellEdit[], styleOf: StyleOf): CellSplices {
  const prefix = prefixOf(row.name)
  const splices: Splice[] = []
  const left: { edit: CellEdit; why: Text }[] = []
  const made: CellEdit[] = []
  const added: string[] = []
  for (const edit of edits.toSorted((a, b) => a.column - b.column)) {
    const cell = row.cells.find(({ column }) => column === edit.column)
    const why = reasonToLeave(cell, edit)
    if (why) {
      left.push({ edit, why })
      continue
    }
    made.push(edit)
    // A cell that was not there looks like its neighbour.
    const near = cell ?? row.cells.findLast(({ column }) => column < edit.column)
    const xml = cellXml(prefix, edit, styleOf(near?.attributes['s'], edit.after))
    const next = row.cells.find(({ column }) => column > edit.column)
    if (cell) splices.push({ from: cell.from, to: cell.to, text: xml })
    else if (next) splices.push({ from: next.from, to: next.from, text: xml })
    else added.push(xml)
  }
  if (added.length > 0) splices.push({ from: row.until, to: row.until, text: added.join('') })
  return { splices, made, left }
}

/** `spans` says where a row's cells are, to go faster; a row that gains one is read without it. */
function withoutSpans(xml: string, row: SheetRow): readonly Splice[] {
  const tag = xml.slice(row.from, row.inside)
  const found = /\s+spans\s*=\s*("[^"]*"|'[^']*')/.exec(tag)
  if (!found) return []
  const from = row.from + found.index
  return [{ from, to: from + found[0].length, text: '' }]
}

export function cellSplices(xml: string, edits: readonly CellEdit[], styleOf: StyleOf): CellSplices {
  const byRow = new Map<number, CellEdit[]>()
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit])
  const all: CellSplices[] = []
  for (const row of rowsOf(xml)) {
    const wanted = byRow.get(row.number)
    if (!wanted || row.inside === row.to) continue
    byRow.delete(row.number)
    const found = inRow(row, wanted, styleOf)
    const grows = found.made.some(edit => !row.cells.some(({ column }) => column === edit.column))
    all.push(grows ? { ...found, splices: [...found.splices, ...withoutSpans(xml, row)] } : found)
  }
  const lost = [...byRow.values()].flat().map(edit => ({ edit, why: MERGED }))
  return {
    splices: all.flatMap(({ splices }) => splices),
    made: all.flatMap(({ made }) => made),
    left: [...all.flatMap(each => each.left), ...lost],
  }
}
