// The best way to cut pieces into lines: fewest lines first, then the least ragged, by dynamic programming.

export type Puzzle = {
  /** Number of pieces. */
  readonly count: number
  /** Width of the line made of pieces `from` to `to`, both included; Infinity across a forced break. */
  readonly width: (from: number, to: number) => number
  /** Room of a line, by its number from 0. */
  readonly room: (line: number) => number
  /** What it costs that a line holds these pieces, besides its raggedness; Infinity forbids it. */
  readonly cost: (from: number, to: number) => number
  /** Whether the unused room of the line ending with this piece counts: the last line of running text is free. */
  readonly counts: (to: number) => boolean
}

/** Rounding of sums of advances; a hundredth of a micron. */
export const TOLERANCE = 1e-5

/** What is known of the best layout of the pieces up to one of them in a given number of lines. */
type Best = { readonly cost: number; readonly from: number; readonly before?: Best }

/** Adds one line to the layouts of the previous layer, ending at piece `to`. */
function bestLine(
  puzzle: Puzzle,
  layer: readonly (Best | undefined)[] | undefined,
  line: number,
  to: number,
  scale: number,
): Best | undefined {
  const room = puzzle.room(line)
  let best: Best | undefined
  for (let from = to; from >= 0; from--) {
    const width = puzzle.width(from, to)
    if (width > room + TOLERANCE) break
    const before = layer?.[from - 1]
    if (layer === undefined ? from > 0 : before === undefined) continue
    const slack = puzzle.counts(to) ? (room - width) / scale : 0
    const cost = (before?.cost ?? 0) + slack * slack + puzzle.cost(from, to)
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, from, ...(before && { before }) }
  }
  return best
}

/** First piece of each line. */
function starts(best: Best): readonly number[] {
  const out: number[] = []
  for (let at: Best | undefined = best; at !== undefined; at = at.before) out.unshift(at.from)
  return out
}

/** The first piece of each line of the best layout in at most `maxLines` lines, or undefined when none fits. */
export function findBreaks(puzzle: Puzzle, maxLines: number): readonly number[] | undefined {
  if (puzzle.count === 0) return []
  const most = Math.min(maxLines, puzzle.count)
  let widest = 0
  for (let line = 0; line < most; line++) widest = Math.max(widest, puzzle.room(line))
  if (widest <= 0) return undefined
  let layer: readonly (Best | undefined)[] | undefined
  for (let line = 0; line < most; line++) {
    const previous = layer
    layer = Array.from({ length: puzzle.count }, (_, to) => bestLine(puzzle, previous, line, to, widest))
    const whole = layer[puzzle.count - 1]
    if (whole !== undefined) return starts(whole)
  }
  return undefined
}

/** Widths of the lines when each takes as many pieces as it can. */
function fill({ count, width }: Puzzle, room: number): readonly number[] {
  const lines: number[] = []
  for (let from = 0; from < count; ) {
    let to = from
    while (to + 1 < count && width(from, to + 1) <= room + TOLERANCE) to++
    lines.push(width(from, to))
    from = to + 1
  }
  return lines
}

/** The smallest equal room that holds everything in `maxLines` lines; Infinity when forced breaks need more lines. */
export function neededRoom(puzzle: Puzzle, maxLines: number): number {
  const widest = (lines: readonly number[]): number => Math.max(0, ...lines)
  let enough = widest(fill(puzzle, Number.MAX_VALUE))
  if (fill(puzzle, enough).length > maxLines) return Number.POSITIVE_INFINITY
  let low = widest(fill(puzzle, 0))
  if (fill(puzzle, low).length <= maxLines) return low
  // Each turn halves the doubt; the answer is then the exact width of a line, not the bisection's.
  while (enough - low > 4 * TOLERANCE) {
    const middle = (low + enough) / 2
    const lines = fill(puzzle, middle)
    if (lines.length <= maxLines) enough = widest(lines)
    else low = middle
  }
  return enough
}
