// Breaking a text into lines that fit, as a typographer would: whole words, nothing dropped, nothing hyphenated.
import type { Font } from '../model/assets.ts'
import type { Mm } from '../model/length.ts'
import { breakCost, MISTAKE, orphanCost } from './break-cost.ts'
import { findBreaks, neededRoom, type Puzzle, TOLERANCE } from './break-search.ts'
import { createLru } from './lru.ts'
import { runWidth } from './measure.ts'
import { type Paragraph, type Piece, paragraphsOf } from './pieces.ts'
import { type Run, type ShapedText, type ShapeOptions, shape, shapeText } from './shape.ts'

export type BreakOptions = ShapeOptions & {
  /** Em size. */
  readonly size: Mm
  readonly lang: string
  readonly maxLines: number
  /** Room of a line, by its number from 0: lines may flow around something. */
  readonly widthOf: (line: number) => Mm
  /** Lines of like length (a name). Otherwise the last line may be short (running text). Default true. */
  readonly balance?: boolean
  /** Whether a line may end after a hyphen of the text when nothing else fits. Default true. */
  readonly hyphens?: boolean
}

export type Line = { readonly text: string; readonly run: Run; readonly width: Mm }

/** A line ends with a word that leans on the next (« de », « Saint », « 12, »), or after a hyphen of the text. */
export type Flaw = 'leaning' | 'hyphen'

export type Broken =
  | {
      readonly fits: true
      readonly lines: readonly Line[]
      /** What had to be done so that it fits: another size may read better. Absent when every break is sound. */
      readonly flaw?: Flaw
    }
  | {
      readonly fits: false
      /** Width of the text on one line (of its longest paragraph). */
      readonly natural: Mm
      /** Smallest equal line width that would hold it in `maxLines`; Infinity when its own line ends need more lines. */
      readonly needed: Mm
      /** Widest line. */
      readonly available: Mm
      /** An unbreakable word wider than any line. */
      readonly word?: string
    }

/** A piece with its paragraph, in one list for the whole text. */
type Placed = Piece & {
  readonly paragraph: number
  readonly word: string
  readonly first: boolean
  readonly quoted: boolean
}

type Pieces = {
  readonly pieces: readonly Placed[]
  readonly paragraphs: readonly Paragraph[]
  /** Cost of ending a line after each piece, once it was asked. */
  readonly costs: number[]
}

type Layout = Omit<Pieces, 'costs'> & { readonly puzzle: Puzzle }

/** Whether an offset lies between « and ». */
const insideQuotes = (text: string, at: number): boolean =>
  text.lastIndexOf('«', at - 1) > text.lastIndexOf('»', at - 1)

const placed = (paragraphs: readonly Paragraph[]): readonly Placed[] =>
  paragraphs.flatMap(({ text, pieces }, paragraph) =>
    pieces.map(piece => ({
      ...piece,
      paragraph,
      word: text.slice(piece.start, piece.end),
      first: piece.start === 0,
      quoted: insideQuotes(text, piece.end),
    })),
  )

/** Advance of part of a shaped text on a line of its own, in design units, without its last tracking. */
function partWidth(font: Font, shaped: ShapedText, start: number, end: number, options: ShapeOptions): number {
  if (start === end) return 0
  if (shaped.cuttable[start] && shaped.cuttable[end]) {
    return (shaped.before[end] ?? 0) - (shaped.before[start] ?? 0) - shaped.trailing
  }
  const part = shape(font, shaped.text.slice(start, end), options)
  return part.advance - part.trailing
}

/** Texts whose pieces are kept: a text is broken at many widths and sizes. */
const KEPT_TEXTS = 1000

const kept = { words: createLru<Pieces>(KEPT_TEXTS), parts: createLru<Pieces>(KEPT_TEXTS) }

const piecesOf = (text: string, hyphens: boolean): Pieces =>
  kept[hyphens ? 'parts' : 'words'](text, () => {
    const paragraphs = paragraphsOf(text, hyphens)
    return { paragraphs, pieces: placed(paragraphs), costs: [] }
  })

function layoutOf(font: Font, text: string, options: BreakOptions, hyphens: boolean): Layout {
  const { paragraphs, pieces, costs } = piecesOf(text, hyphens)
  const shaped = paragraphs.map(paragraph => shapeText(font, paragraph.text, options))
  const scale = options.size / font.unitsPerEm
  const width = (from: number, to: number): Mm => {
    const [first, last] = [pieces[from], pieces[to]]
    const whole = first && shaped[first.paragraph]
    if (!whole || !last || first.paragraph !== last.paragraph) return Number.POSITIVE_INFINITY
    return partWidth(font, whole, first.start, last.end, options) * scale
  }
  const cost = (from: number, to: number): number => {
    const [piece, next] = [pieces[to], pieces[to + 1]]
    if (!piece) return 0
    if (piece.after === 'end' || !next) return from === to && to > 0 ? orphanCost(piece.word) : 0
    const { word: before, first, quoted } = piece
    costs[to] ??= breakCost({ before, after: next.word, first, hyphen: piece.after === 'hyphen', quoted })
    return costs[to]
  }
  const counts = (to: number): boolean => options.balance !== false || pieces[to]?.after !== 'end'
  return { pieces, paragraphs, puzzle: { count: pieces.length, width, room: options.widthOf, cost, counts } }
}

function lineOf(font: Font, { pieces, paragraphs }: Layout, from: number, to: number, options: BreakOptions): Line {
  const [first, last] = [pieces[from], pieces[to]]
  const text = first && last ? (paragraphs[first.paragraph]?.text ?? '').slice(first.start, last.end) : ''
  const run = shape(font, text, options)
  return { text, run, width: runWidth(font, run, options.size) }
}

function linesOf(font: Font, layout: Layout, starts: readonly number[], options: BreakOptions, flaw?: Flaw): Broken {
  const ends = starts.map((_, line) => (starts[line + 1] ?? layout.pieces.length) - 1)
  const lines = starts.map((from, line) => lineOf(font, layout, from, ends[line] ?? from, options))
  return { fits: true, lines, ...(flaw && { flaw }) }
}

/** The same puzzle where a line that ends on a leaning word is no solution. */
const soundOnly = (puzzle: Puzzle): Puzzle => ({
  ...puzzle,
  cost: (from, to) => {
    const cost = puzzle.cost(from, to)
    return cost >= MISTAKE ? Number.POSITIVE_INFINITY : cost
  },
})

/** The same puzzle where what stands between « and » keeps to one line. */
const quotesWhole = (pieces: readonly Placed[], puzzle: Puzzle): Puzzle => ({
  ...puzzle,
  cost: (from, to) => (pieces[to]?.quoted === true ? Number.POSITIVE_INFINITY : puzzle.cost(from, to)),
})

/** Why it does not fit, in figures that a user can act on. */
function overflow(font: Font, text: string, { pieces, puzzle }: Layout, options: BreakOptions): Broken {
  const whole = layoutOf(font, text, options, false)
  const natural = neededRoom(whole.puzzle, whole.paragraphs.length)
  const rooms = Array.from({ length: Math.min(options.maxLines, pieces.length) }, (_, line) => options.widthOf(line))
  const available = Math.max(0, ...rooms)
  const tooWide = pieces
    .map((piece, i) => ({ word: piece.word, width: puzzle.width(i, i) }))
    .filter(({ width }) => width > available)
  const word = tooWide.sort((a, b) => b.width - a.width)[0]?.word
  return {
    fits: false,
    natural,
    needed: neededRoom(puzzle, options.maxLines),
    available,
    ...(word !== undefined && { word }),
  }
}

/** The usual text needs no search: one line costs less than two, however it ends. */
const fitsOneLine = ({ count, room, width }: Puzzle, maxLines: number): boolean =>
  count > 0 && maxLines > 0 && room(0) > 0 && width(0, count - 1) <= room(0) + TOLERANCE

/** Sound breaks if there are any, outside quotes rather than inside, else with words that lean on the next line. */
function solve(font: Font, layout: Layout, options: BreakOptions, flaw?: Flaw): Broken | undefined {
  if (fitsOneLine(layout.puzzle, options.maxLines)) return linesOf(font, layout, [0], options, flaw)
  const allSound = soundOnly(layout.puzzle)
  const quotes = layout.pieces.some(({ quoted }) => quoted)
  const whole = quotes ? findBreaks(quotesWhole(layout.pieces, allSound), options.maxLines) : undefined
  const sound = whole ?? findBreaks(allSound, options.maxLines)
  if (sound !== undefined) return linesOf(font, layout, sound, options, flaw)
  const starts = findBreaks(layout.puzzle, options.maxLines)
  return starts && linesOf(font, layout, starts, options, flaw ?? 'leaning')
}

/**
 * Breaks a text into at most `maxLines` lines. Line ends of the text are kept. Sound breaks come before fewer lines, fewer
 * lines before even ones; a hyphen is used only when nothing else fits.
 * The lines hold every character of the text (in NFC) but the spaces at which they were cut.
 */
export function breakText(font: Font, text: string, options: BreakOptions): Broken {
  const bySpaces = layoutOf(font, text, options, false)
  const sound = solve(font, bySpaces, options)
  if (sound) return sound
  if (options.hyphens === false) return overflow(font, text, bySpaces, options)
  const byHyphens = layoutOf(font, text, options, true)
  return solve(font, byHyphens, options, 'hyphen') ?? overflow(font, text, byHyphens, options)
}
