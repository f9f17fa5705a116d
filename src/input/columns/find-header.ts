// The header among the first rows of a sheet: titles, merged titles and blank lines may stand above it.
import type { Row } from '../table/table.ts'
import { pathOf, type Report } from './column-map.ts'
import type { Family, Titled } from './column-options.ts'
import { doubtOf, fieldOf, likelyOf } from './dictionary.ts'
import type { MapFile } from './map-file.ts'
import { nearProduct, productIn } from './product-title.ts'
import { foldTitle, formsOf, tidyTitle } from './title-form.ts'
import { partedNotes } from './title-notes.ts'

/** A header stands within these rows (CONTRACT §7). */
export const HEADER_ROWS = 20

export type Header = {
  readonly row: Row
  /** Other rows that could be one, above it and below it. */
  readonly above: readonly Row[]
  readonly below: readonly Row[]
}

const MAX_TITLE = 200

/** How many cells are titles that give something. */
function titlesIn({ cells }: Row, isNamed: (title: string) => boolean): number {
  const titles = cells.map(tidyTitle).filter(title => title !== '' && title.length <= MAX_TITLE)
  return new Set(titles.filter(isNamed).map(foldTitle)).size
}

const filled = ({ cells }: Row): number => cells.filter(cell => cell.trim() !== '').length

const fieldAt = ({ cells }: Row, index: number): string | undefined => {
  const field = fieldOf(formsOf(tidyTitle(cells[index] ?? '')))?.field
  return field && pathOf(field)
}

/** Whether a title of another row means something else than the one of the header in its column. */
export const saysOthers = (header: Row, other: Row): boolean =>
  other.cells.some((_, index) => {
    const [own, its] = [fieldAt(header, index), fieldAt(other, index)]
    return own !== undefined && its !== undefined && own !== its
  })

/** A whole table of structures above the titles that are the most, its rows between the two: it comes first. */
function tableAbove(chosen: Row, others: readonly Row[], rows: readonly Row[]): Row | undefined {
  return others.find(other => {
    const paths = new Set(other.cells.map((_, index) => fieldAt(other, index)))
    const between = rows.filter(({ number }) => number > other.number && number < chosen.number)
    return (
      other.number < chosen.number &&
      paths.has('nom') &&
      (paths.has('type') || paths.has('caf')) &&
      between.some(row => filled(row) >= 3 && !others.includes(row))
    )
  })
}

/** `rows` are the first of the sheet. The first of the rows that hold the most known titles; undefined when none holds one. */
export function findHeader(
  rows: readonly Row[],
  families: readonly Family[],
  map: MapFile | undefined,
): Header | undefined {
  const named = new Set(map?.lines.flatMap(({ key, values }) => [key, ...values]).map(foldTitle) ?? [])
  const isNamed = (title: string): boolean => {
    const forms = formsOf(title)
    return (
      named.has(foldTitle(title)) ||
      productIn(title, families) !== undefined ||
      fieldOf(forms) !== undefined ||
      doubtOf(forms) !== undefined ||
      likelyOf(forms) !== undefined ||
      nearProduct(title, families) !== undefined ||
      fieldOf([foldTitle(partedNotes(title).bare)]) !== undefined
    )
  }
  const scored = rows.filter(({ number }) => number <= HEADER_ROWS).map(row => ({ row, score: titlesIn(row, isNamed) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  const richest = scored.find(({ score }) => score === best)
  if (!richest || best === 0) return undefined
  // A row of data holds a word or two that are titles elsewhere, « Caf », « Commune »: seldom half of its cells.
  const titled = scored.filter(({ row, score }) => score >= 2 && score * 2 > filled(row))
  const first = tableAbove(
    richest.row,
    titled.map(({ row }) => row),
    rows,
  )
  const chosen = { row: first ?? richest.row }
  const likely = titled.filter(({ row, score }) => score * 2 >= best || row === richest.row).map(({ row }) => row)
  const others = likely.filter(row => row !== chosen.row)
  // The same titles again, on a new page, are no choice: they are left out where they stand.
  const saysAgain = ({ cells }: Row): boolean =>
    cells.every((cell, index) => foldTitle(cell) === foldTitle(chosen.row.cells[index] ?? ''))
  return {
    row: chosen.row,
    above: others.filter(({ number }) => number < chosen.row.number),
    below: others.filter(row => row.number > chosen.row.number && !saysAgain(row)),
  }
}

/**
 * Every column down to the last that holds something, in the header or in the sample. In a CSV what goes beyond the header's
 * own cells is no column: a separator stands in a value, and what was meant by it cannot be known.
 */
export function titlesOf(header: Row, sample: readonly Row[], isCsv: boolean): Titles {
  const width = [header, ...sample].reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const titles = Array.from({ length: width }, (_, index) => ({ index, title: tidyTitle(header.cells[index] ?? '') }))
  const holds = (index: number): boolean => sample.some(({ cells }) => (cells[index] ?? '').trim() !== '')
  const isColumn = (index: number): boolean => (!isCsv || index < header.cells.length) && holds(index)
  const last = titles.findLastIndex(({ index, title }) => title !== '' || isColumn(index))
  const all = titles.slice(0, last + 1)
  const report = reportIn(all)
  const isLast = report !== undefined && report.first + report.count === all.length
  return {
    titles: isLast ? all.slice(0, report.first) : all,
    width: all.length,
    ...(report === undefined ? {} : { report }),
  }
}

export type Titles = { readonly titles: readonly Titled[]; readonly width: number; readonly report?: Report }

/** What `errors.csv` adds to a sheet (CONTRACT §7): once mended it is a sheet again, and these are not read. */
const REPORT = ['regles', 'messages', 'cellules', 'origine']

/** Where the row that a row of `errors.csv` mends stands, among the columns of the report; older ones have it not. */
const ORIGIN = REPORT.indexOf('origine')

/** The last columns, or those before the ones that `signakit fix` has added. */
function reportIn(titles: readonly Titled[]): Report | undefined {
  const holds = (words: readonly string[], first: number): boolean =>
    words.every((word, rank) => titles[first + rank]?.title === word)
  for (const words of [REPORT, REPORT.slice(0, ORIGIN)]) {
    const first = titles.findLastIndex((_, index) => holds(words, index))
    if (first >= 0) return { first, count: words.length }
  }
  return undefined
}

/** What a row says it mends; undefined when its sheet is no `errors.csv`. */
export function mendsOf({ cells }: Row, report: Report | undefined): string | undefined {
  if (!report) return undefined
  return report.count > ORIGIN ? (cells[report.first + ORIGIN] ?? '').trim() : ''
}
