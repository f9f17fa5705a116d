// The rows of a worksheet of an XLSX, as its XML streams by.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { formulaWithoutValue } from './cell-findings.ts'
import { cellName, parseCellName } from './cell-name.ts'
import { MAX_CELL, MAX_COLUMNS } from './limits.ts'
import { damaged } from './refusal.ts'
import { assertColumn, assertRow } from './sheet-bounds.ts'
import type { Row } from './table.ts'
import { cellAmount, cellText, type Lookups } from './xlsx-cell.ts'
import { cellTooLong, textGatherer } from './xlsx-string.ts'
import type { Listener } from './xml-stream.ts'

export type RowContext = Lookups & {
  readonly file: string
  readonly sheet: string
  /** Gives merged values to the rows they cover. */
  readonly fill: (row: number, cells: string[]) => void
}

type Attributes = Readonly<Partial<Record<string, string>>>

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Hidden by hand, by a filter or by a folded group; a height of nothing hides as well. */
const isHidden = ({ hidden, ht }: Attributes): boolean => isTrue(hidden) || (ht !== undefined && Number(ht) === 0)

export type RowGatherer = Listener & {
  /** The rows that have ended since the last call. */
  take(): readonly Row[]
}

export function gatherRows(context: RowContext): RowGatherer {
  const { file, sheet } = context
  const inline = textGatherer(file)
  let prefix: string | undefined
  let rows: Row[] = []
  const hiddenColumns = new Set<number>()
  // They are told in order: a hostile list is gone through once.
  let seenColumns = 0
  let [isData, isValue, hasValue, hasFormula, hidden] = [false, false, false, false, false]
  let [row, column] = [0, -1]
  let [type, style, value] = ['n', 0, '']
  let cells: string[] = []
  let amounts = new Map<number, string>()
  let diagnostics: Diagnostic[] = []

  const wrongRow = (): never => {
    throw damaged(file, text(`les lignes de « ${sheet} » ne se suivent pas`, `the rows of “${sheet}” are out of order`))
  }

  /** A row or a cell without a name follows the one before. */
  const startRow = (attributes: Attributes): void => {
    const next = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
    if (!Number.isInteger(next) || next <= row) wrongRow()
    assertRow(file, next)
    row = next
    column = -1
    hidden = isHidden(attributes)
    cells = []
    amounts = new Map()
    diagnostics = []
  }

  /** A `col` stands for columns `min` to `max`, from 1 (ISO/IEC 29500-1 18.3.1.13); a width of nothing hides as well. */
  const startColumns = ({ hidden: isOut, width, min, max }: Attributes): void => {
    if (!isTrue(isOut) && (width === undefined || Number(width) !== 0)) return
    const last = Math.min(Number(max), MAX_COLUMNS)
    for (let each = Math.max(seenColumns + 1, Number(min)); each <= last; each++) hiddenColumns.add(each - 1)
    seenColumns = Math.max(seenColumns, last || 0)
  }

  const startCell = (attributes: Attributes): void => {
    const named = attributes['r'] === undefined ? undefined : parseCellName(attributes['r'])
    const next = named ? named.column : column + 1
    if (next <= column || (named && named.row !== row)) wrongRow()
    column = next
    type = attributes['t'] ?? 'n'
    style = Number(attributes['s'] ?? 0)
    value = ''
    hasValue = false
    hasFormula = false
  }

  const endCell = (): void => {
    const shown = cellText({ type, style, value, inline: inline.take() }, context)
    if (shown === undefined) {
      const at = cellName(column, row)
      throw damaged(file, text(`la cellule ${at} renvoie à un texte qui manque`, `cell ${at} points at a missing text`))
    }
    // A formula may well give an empty text; it is then of type `str`, with an empty `v`.
    if (hasFormula && value === '' && !(type === 'str' && hasValue)) {
      diagnostics.push(formulaWithoutValue({ file, sheet }, column, row))
    }
    // A cell of spaces only is shown as empty.
    if (shown.trim() === '') return
    if (shown.length > MAX_CELL) throw cellTooLong(file)
    assertColumn(file, column, row)
    while (cells.length < column) cells.push('')
    cells[column] = shown
    const amount = cellAmount({ type, style, value, inline: '' }, context)
    if (amount !== undefined && amount !== shown) amounts.set(column, amount)
  }

  const endRow = (): void => {
    if (cells.length === 0 && diagnostics.length === 0) return
    context.fill(row, cells)
    rows.push({
      number: row,
      cells,
      hidden,
      ...(hiddenColumns.size > 0 ? { hiddenColumns } : {}),
      ...(amounts.size > 0 ? { amounts } : {}),
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
    })
  }

  const open = (name: string, attributes: Attributes): void => {
    prefix ??= name.slice(0, name.indexOf(':') + 1)
    const word = prefix === '' ? name : name.slice(prefix.length)
    if (word === 'sheetData') isData = true
    else if (!isData) {
      if (word === 'col') startColumns(attributes)
    } else if (word === 'c') startCell(attributes)
    else if (word === 'v') {
      isValue = true
      hasValue = true
    } else if (word === 'row') startRow(attributes)
    else if (word === 'f') hasFormula = true
    else inline.open(word)
  }

  const close = (name: string): void => {
    if (!isData) return
    const word = prefix === undefined || prefix === '' ? name : name.slice(prefix.length)
    if (word === 'v') isValue = false
    else if (word === 'c') endCell()
    else if (word === 'row') endRow()
    else if (word === 'sheetData') isData = false
    else inline.close(word)
  }

  const onText = (data: string): void => {
    if (isValue) value += data
    else inline.text(data)
    if (value.length > MAX_CELL * 2) throw cellTooLong(file)
  }

  return {
    open,
    close,
    text: onText,
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
  }
}
