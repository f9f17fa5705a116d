// For people: each finding as a frame around the line to edit, with its remedy; a count at the end.
import { Chalk, type ChalkInstance } from 'chalk'
import {
  type Cell,
  cellWord,
  type Diagnostic,
  type Related,
  type Severity,
  type Span,
  type Text,
  text,
} from '../model/diagnostic.ts'
import type { Box } from '../model/geometry.ts'
import { cellFrameOf } from './cell-frame.ts'
import { printable } from './display.ts'
import { frameOf } from './frame.ts'
import { type Merged, mergePieces } from './merge.ts'
import type { Reporter, ReportOptions } from './reporter.ts'
import { SEVERITIES, WORDS } from './words.ts'

const WIDTH = 120

/** Findings of one rule that are shown; a spreadsheet may have hundreds. */
const SHOWN = 5

type Talk = {
  readonly say: (text: Text) => string
  readonly paint: ChalkInstance
  readonly options: ReportOptions
}

const tint = (paint: ChalkInstance, severity: Severity): ChalkInstance => {
  switch (severity) {
    case 'error':
      return paint.red
    case 'warning':
      return paint.yellow
    case 'note':
      return paint.cyan
  }
}

/** A whole file is meant when nothing in it can be shown. */
const isWholeFile = (at: Span): boolean => 'line' in at && at.line === 1 && at.column === 1 && at.length === 0

const whereOf = (at: Span, nameOf: (file: string) => string = file => file): string => {
  const file = nameOf(at.file)
  if (!('line' in at)) return `${file} › ${cellWord(at)}`
  return isWholeFile(at) ? file : `${file}:${at.line}:${at.column}`
}

const headOf = ({ rule, severity, message }: Diagnostic, { say, paint }: Talk): string =>
  `${tint(paint, severity).bold(`${say(SEVERITIES[severity].one)}[${rule}]`)} ${paint.bold(printable(say(message)))}`

/** Its row's number, `17`, and its column, `F`. */
const partsOf = ({ cell }: Cell): readonly [letters: string, row: string] => {
  const [, letters = '', row = ''] = /^(.*?)\[?(\d+)\]?$/.exec(cell) ?? []
  return [letters, row]
}

function cellLines(at: Cell, severity: Severity, gutter: string, { paint, options }: Talk): readonly string[] {
  const row = options.rows?.(at)
  const [letters, number] = partsOf(at)
  const drawn = row && cellFrameOf(row, letters, (options.width ?? WIDTH) - gutter.length - 3)
  if (!drawn) return []
  const line = (head: string, words: string): string => `${paint.blue(`${head.padStart(gutter.length)} │`)} ${words}`
  return [
    line('', paint.dim(drawn.letters)),
    line('', paint.dim(drawn.titles)),
    line(number, drawn.cells),
    line('', tint(paint, severity)(drawn.carets)),
  ]
}

/** The width of the numbers on the left: none are drawn for a row that is not at hand. */
function gutterOf(at: Span | undefined, { options }: Talk): string {
  if (!at) return ' '
  if ('line' in at) return ' '.repeat(String(at.line).length)
  return ' '.repeat(options.rows?.(at) ? Math.max(1, partsOf(at)[1].length) : 1)
}

function sourceLines({ at, label, severity }: Diagnostic, gutter: string, talk: Talk): readonly string[] {
  const { say, paint, options } = talk
  if (at && 'cell' in at) return cellLines(at, severity, gutter, talk)
  if (!at || isWholeFile(at)) return []
  const line = options.sources(at.file)?.split('\n')[at.line - 1]
  if (line === undefined) return []
  const { source, carets } = frameOf(line.replace(/\r$/, ''), at, (options.width ?? WIDTH) - gutter.length - 3)
  const said = label ? ` ${say(label)}` : ''
  return [
    `${paint.blue(`${String(at.line).padStart(gutter.length)} │`)} ${source}`,
    `${paint.blue(`${gutter} │`)} ${carets.replace(/\^+/, found => tint(paint, severity)(found))}${tint(paint, severity)(said)}`,
  ]
}

/** The longest of the short words that stand before a colon: `pièce`. */
const PAD = 5

const relatedLine = ({ file, line, why }: Related, { say, options }: Talk): readonly [string, string] => [
  say(why),
  `${options.nameOf?.(file) ?? file}:${line}`,
]

const millimetres = (value: number): string => String(Math.round(value * 10) / 10)

/** Where to look on a page: the first place in full, the others counted. */
function whereOnPage(boxes: readonly Box[]): Text {
  const [first] = boxes
  if (!first) return text('', '')
  const [x, y, width, height] = [first.x, first.y, first.width, first.height].map(millimetres)
  const others = boxes.length - 1
  const fr = `à ${x} mm du bord gauche et ${y} mm du haut, ${width} × ${height} mm`.replaceAll('.', ',')
  const en = `${x} mm from the left and ${y} mm from the top, ${width} × ${height} mm`
  if (others === 0) return text(fr, en)
  return text(
    `${fr}, et à ${others} autre${others > 1 ? 's' : ''} endroit${others > 1 ? 's' : ''}`,
    `${en}, and at ${others} more`,
  )
}

function noteLines({ diagnostic, pieces }: Merged, gutter: string, talk: Talk): readonly string[] {
  const { say, paint, options } = talk
  const { rule, hint, related = [], at, page, label } = diagnostic
  const explain = `(signakit explain ${rule})`
  const shownLabel = at && 'line' in at && options.sources(at.file) !== undefined && !isWholeFile(at)
  const notes: readonly (readonly [string, string])[] = [
    ...(pieces.length === 0 ? [] : [[say(pieces.length > 1 ? WORDS.pieces : WORDS.piece), pieces.join(', ')] as const]),
    ...related.map(each => relatedLine(each, talk)),
    ...(page?.boxes?.length ? [[say(WORDS.place), say(whereOnPage(page.boxes))] as const] : []),
    ...(label && !shownLabel ? [['', say(label)] as const] : []),
    [say(WORDS.help), hint ? `${say(hint)}   ${explain}` : `signakit explain ${rule}`],
  ]
  return notes.map(
    ([word, words]) => `${gutter} ${paint.blue('=')} ${word === '' ? '' : `${word.padEnd(PAD)} : `}${printable(words)}`,
  )
}

function frame(merged: Merged, talk: Talk): string {
  const { at } = merged.diagnostic
  const gutter = gutterOf(at, talk)
  const where = at ? [`${gutter} ${talk.paint.blue('┌─')} ${printable(whereOf(at, talk.options.nameOf))}`] : []
  return [
    headOf(merged.diagnostic, talk),
    ...where,
    ...sourceLines(merged.diagnostic, gutter, talk),
    ...noteLines(merged, gutter, talk),
  ].join('\n')
}

/** Cells that are not shown, as many as tell where they are. */
const NAMED = 3

/** « , en B7, B8, B9… »: of the sheet of the first one alone. */
function cellsOf(others: readonly Merged[], count: number): Text {
  const cells = others.slice(0, NAMED).flatMap(({ diagnostic: { at } }) => (at && 'cell' in at ? [at] : []))
  const [first] = cells
  if (!first || cells.some(({ file, sheet }) => file !== first.file || sheet !== first.sheet)) return text('', '')
  const names = cells.map(({ cell }) => cell).join(', ') + (count > cells.length ? '…' : '')
  return text(`, en ${names}`, `, at ${names}`)
}

function othersLine(
  others: readonly Merged[],
  { severity, rule }: Diagnostic,
  count: number,
  { say, paint }: Talk,
): string {
  const words = say(count === 1 ? WORDS.other : WORDS.others)
    .replace('{n}', String(count))
    .replace('{cells}', say(cellsOf(others, count)))
  return `${tint(paint, severity).bold(`${say(SEVERITIES[severity].one)}[${rule}]`)} ${words}`
}

/** « 3 erreurs, 1 avertissement ». */
function summary(merged: readonly Merged[], { say, paint, options }: Talk): string {
  const severities: readonly Severity[] = ['error', 'warning', 'note']
  return severities
    .flatMap(severity => {
      const shown = merged.filter(({ diagnostic }) => diagnostic.severity === severity)
      const rules = new Set(shown.map(({ diagnostic }) => diagnostic.rule))
      const count = [...rules].reduce((sum, rule) => sum + (options.more?.get(rule) ?? 0), shown.length)
      const { one, many } = SEVERITIES[severity]
      return count === 0 ? [] : [tint(paint, severity)(`${count} ${say(count === 1 ? one : many)}`)]
    })
    .join(', ')
}

export const human: Reporter = (diagnostics, options) => {
  if (diagnostics.length === 0) return ''
  const talk: Talk = { say: text => text[options.lang], paint: new Chalk({ level: options.color ? 1 : 0 }), options }
  const merged = mergePieces(diagnostics)
  const seen = new Map<string, number>()
  const blocks = merged.flatMap(each => {
    const { rule } = each.diagnostic
    const rank = (seen.get(rule) ?? 0) + 1
    seen.set(rule, rank)
    if (options.full === true || rank <= SHOWN) return [frame(each, talk)]
    if (rank > SHOWN + 1) return []
    const same = merged.filter(({ diagnostic }) => diagnostic.rule === rule)
    const count = same.length + (options.more?.get(rule) ?? 0) - SHOWN
    return [othersLine(same.slice(SHOWN), each.diagnostic, count, talk)]
  })
  return [...blocks, summary(merged, talk)].join('\n\n')
}
