// A text made ready to be broken at many widths and sizes: its pieces, shaped once, and what each line of them measures.
import type { Font } from '../model/assets.ts'
import { breakCost, orphanCost } from './break-cost.ts'
import { createLru } from './lru.ts'
import { type Paragraph, type Piece, paragraphsOf } from './pieces.ts'
import { type Run, type ShapedText, type ShapeOptions, shape, shapeText } from './shape.ts'

/** A piece with its paragraph, in one list for the whole text. */
export type Placed = Piece & {
  readonly paragraph: number
  readonly word: string
  readonly first: boolean
  readonly quoted: boolean
}

type Pieces = {
  readonly pieces: readonly Placed[]
  readonly paragraphs: readonly Paragraph[]
  /** Cost of ending a line after each piece, once it was asked. */
  readonly costs: (number | undefined)[]
}

/** What a line holds, as it is drawn. */
export type Words = { readonly text: string; readonly run: Run }

/** Pieces are numbered through the whole text; a line holds those from one to another, both included. */
export type Ready = Pick<Pieces, 'pieces' | 'paragraphs'> & {
  readonly font: Font
  /** Advance of a line, in design units, without its last tracking; Infinity across a forced break. */
  width(from: number, to: number): number
  /** What it costs that a line holds these pieces, besides its raggedness. */
  cost(from: number, to: number): number
  line(from: number, to: number): Words
  /** Whether widths are sums: then a line is never narrower than a part of it. */
  readonly additive: boolean
}

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

/** Texts whose pieces are kept: a text is set in a few styles. */
const KEPT_TEXTS = 300

const kept = { words: createLru<Pieces>(KEPT_TEXTS), parts: createLru<Pieces>(KEPT_TEXTS) }

const piecesOf = (text: string, hyphens: boolean): Pieces =>
  kept[hyphens ? 'parts' : 'words'](text, () => {
    const paragraphs = paragraphsOf(text, hyphens)
    return { paragraphs, pieces: placed(paragraphs), costs: [] }
  })

function costOf({ pieces, costs }: Pieces, from: number, to: number): number {
  const [piece, next] = [pieces[to], pieces[to + 1]]
  if (!piece) return 0
  if (piece.after === 'end' || !next) return from === to && to > 0 ? orphanCost(piece.word) : 0
  const known = costs[to]
  if (known !== undefined) return known
  const { word: before, first, quoted } = piece
  const cost = breakCost({ before, after: next.word, first, hyphen: piece.after === 'hyphen', quoted })
  costs[to] = cost
  return cost
}

/** Where the pieces of a shaped text begin and end. */
type Edge = {
  /** Advance of everything before it, in design units. */
  readonly before: number
  /** False where the letters on both sides must be shaped again when they are parted. */
  readonly cuttable: boolean
}

const edgeAt = (shaped: ShapedText | undefined, offset: number): Edge => ({
  before: shaped?.before[offset] ?? 0,
  cuttable: shaped?.cuttable[offset] === true,
})

const isAdditive = (starts: readonly Edge[], ends: readonly Edge[], pieces: readonly Placed[]): boolean =>
  pieces.every(({ paragraph }, piece) => {
    const [start, end, next] = [starts[piece], ends[piece], starts[piece + 1]]
    if (!start?.cuttable || !end?.cuttable || start.before > end.before) return false
    return !next || pieces[piece + 1]?.paragraph !== paragraph || end.before <= next.before
  })

/** Lines kept of one text: those that were drawn or had to be shaped by themselves. */
const KEPT_LINES = 400

/** Makes a text ready. `hyphens`: pieces also end after the hyphens it already has. */
export function readyText(font: Font, text: string, options: ShapeOptions, hyphens: boolean): Ready {
  const known = piecesOf(text, hyphens)
  const { pieces, paragraphs } = known
  const shaped = paragraphs.map(paragraph => shapeText(font, paragraph.text, options))
  const starts = pieces.map(({ paragraph, start }) => edgeAt(shaped[paragraph], start))
  const ends = pieces.map(({ paragraph, end }) => edgeAt(shaped[paragraph], end))
  const lines = new Map<number, Words>()
  const lineOf = (from: number, to: number): Words => {
    const [first, last] = [pieces[from], pieces[to]]
    const whole = first && shaped[first.paragraph]
    if (!whole || !last) return { text: '', run: shape(font, '', options) }
    if (first.start === 0 && last.end === whole.text.length) return { text: whole.text, run: whole }
    const words = whole.text.slice(first.start, last.end)
    return { text: words, run: shape(font, words, options) }
  }
  const line = (from: number, to: number): Words => {
    const key = from * pieces.length + to
    const before = lines.get(key)
    if (before) return before
    const made = lineOf(from, to)
    if (lines.size >= KEPT_LINES) lines.clear()
    lines.set(key, made)
    return made
  }
  const width = (from: number, to: number): number => {
    const [first, last, start, end] = [pieces[from], pieces[to], starts[from], ends[to]]
    if (!first || !last || !start || !end || first.paragraph !== last.paragraph) return Number.POSITIVE_INFINITY
    if (first.start === last.end) return 0
    if (start.cuttable && end.cuttable) return end.before - start.before - (shaped[first.paragraph]?.trailing ?? 0)
    const { run } = line(from, to)
    return run.advance - run.trailing
  }
  return {
    font,
    pieces,
    paragraphs,
    width,
    cost: (from, to) => costOf(known, from, to),
    line,
    additive: isAdditive(starts, ends, pieces),
  }
}
