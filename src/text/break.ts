// Breaking a text into lines that fit, as a typographer would: whole words, nothing dropped, nothing hyphenated.
import type { Font } from '../model/assets.ts'
import type { Mm } from '../model/length.ts'
import { MISTAKE } from './break-cost.ts'
import { findBreaks, isHopeless, neededRoom, type Puzzle, TOLERANCE } from './break-search.ts'
import { runWidth } from './measure.ts'
import { type Placed, type Ready, readyText } from './ready.ts'
import type { Run, ShapeOptions } from './shape.ts'

type RoomOptions = {
  /** Em size. */
  readonly size: Mm
  readonly maxLines: number
  /** Room of a line, by its number from 0: lines may flow around something. */
  readonly widthOf: (line: number) => Mm
  /** Lines of like length (a name). Otherwise the last line may be short (running text). Default true. */
  readonly balance?: boolean
  /** Whether a line may end after a hyphen of the text when nothing else fits. Default true. */
  readonly hyphens?: boolean
}

export type BreakOptions = ShapeOptions & RoomOptions & { readonly lang: string }

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

/** Breaks one text, at any width and size. */
export type Breaker = (options: RoomOptions) => Broken

function puzzleOf({ font, pieces, width, cost }: Ready, { size, widthOf, balance }: RoomOptions): Puzzle {
  const scale = size / font.unitsPerEm
  return {
    count: pieces.length,
    width: (from, to) => width(from, to) * scale,
    room: widthOf,
    cost,
    counts: to => balance !== false || pieces[to]?.after !== 'end',
  }
}

function linesOf({ font, pieces, line }: Ready, starts: readonly number[], size: Mm, flaw?: Flaw): Broken {
  const lines = starts.map((from, index): Line => {
    const { text, run } = line(from, (starts[index + 1] ?? pieces.length) - 1)
    return { text, run, width: runWidth(font, run, size) }
  })
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

/** The usual text needs no search: one line costs less than two, however it ends. */
const fitsOneLine = ({ count, room, width }: Puzzle, maxLines: number): boolean =>
  count > 0 && maxLines > 0 && room(0) > 0 && width(0, count - 1) <= room(0) + TOLERANCE

/** Sound breaks if there are any, outside quotes rather than inside, else with words that lean on the next line. */
function solve(ready: Ready, options: RoomOptions, flaw?: Flaw): Broken | undefined {
  const { size, maxLines } = options
  const puzzle = puzzleOf(ready, options)
  if (fitsOneLine(puzzle, maxLines)) return linesOf(ready, [0], size, flaw)
  if (ready.additive && isHopeless(puzzle, maxLines)) return undefined
  const allSound = soundOnly(puzzle)
  const quotes = ready.pieces.some(({ quoted }) => quoted)
  const whole = quotes ? findBreaks(quotesWhole(ready.pieces, allSound), maxLines) : undefined
  const sound = whole ?? findBreaks(allSound, maxLines)
  if (sound !== undefined) return linesOf(ready, sound, size, flaw)
  const starts = findBreaks(puzzle, maxLines)
  return starts && linesOf(ready, starts, size, flaw ?? 'leaning')
}

/** What a text needs does not hang on the room it gets. */
type Needs = {
  readonly ready: Ready
  readonly size: Mm
  readonly maxLines: number
  readonly natural: Mm
  readonly needed: Mm
}

/** Sizes and numbers of lines whose needs are kept for one text. */
const KEPT_NEEDS = 20

/**
 * Breaks a text into at most `maxLines` lines. Line ends of the text are kept. Sound breaks come before fewer lines, fewer
 * lines before even ones; a hyphen is used only when nothing else fits.
 * The lines hold every character of the text (in NFC) but the spaces at which they were cut.
 */
export function openBreaker(font: Font, text: string, shaping: ShapeOptions): Breaker {
  const words = readyText(font, text, shaping, false)
  let hyphenated: Ready | undefined
  const parts = (): Ready => {
    hyphenated ??= readyText(font, text, shaping, true)
    // Without a hyphen to cut at, it is the same text.
    return hyphenated.pieces.length === words.pieces.length ? words : hyphenated
  }
  const known: Needs[] = []
  const needsOf = (ready: Ready, options: RoomOptions): Needs => {
    const { size, maxLines } = options
    const before = known.find(of => of.ready === ready && of.size === size && of.maxLines === maxLines)
    if (before) return before
    const natural = neededRoom(puzzleOf(words, options), words.paragraphs.length)
    const needed = neededRoom(puzzleOf(ready, options), maxLines)
    const needs: Needs = { ready, size, maxLines, natural, needed }
    if (known.length >= KEPT_NEEDS) known.shift()
    known.push(needs)
    return needs
  }
  return options => {
    const sound = solve(words, options)
    if (sound) return sound
    const ready = options.hyphens === false ? words : parts()
    const found = ready === words ? undefined : solve(ready, options, 'hyphen')
    return found ?? overflow(ready, options, needsOf(ready, options))
  }
}

/** Why it does not fit, in figures that a user can act on. */
function overflow(ready: Ready, options: RoomOptions, { natural, needed }: Needs): Broken {
  const { pieces } = ready
  const { width } = puzzleOf(ready, options)
  const rooms = Array.from({ length: Math.min(options.maxLines, pieces.length) }, (_, line) => options.widthOf(line))
  const available = Math.max(0, ...rooms)
  const tooWide = pieces
    .map((piece, i) => ({ word: piece.word, width: width(i, i) }))
    .filter(({ width: own }) => own > available)
  const word = tooWide.sort((a, b) => b.width - a.width)[0]?.word
  return { fits: false, natural, needed, available, ...(word !== undefined && { word }) }
}

/** The same for a text that is broken once. */
export const breakText = (font: Font, text: string, options: BreakOptions): Broken =>
  openBreaker(font, text, options)(options)
