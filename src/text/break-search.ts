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

/** The best layouts of the pieces up to each of them in a given number of lines. */
type Layer = {
  /** Infinity where there is none. */
  readonly costs: number[]
  /** First piece of the last line. */
  readonly from: number[]
}

/** Adds one line to the layouts of the layer before, ending at piece `to`. */
function addLine(puzzle: Puzzle, before: Layer | undefined, layer: Layer, to: number, room: number, scale: number) {
  let best = Number.POSITIVE_INFINITY
  let start = to
  for (let from = to; from >= 0; from--) {
    const width = puzzle.width(from, to)
    if (width > room + TOLERANCE) break
    const known = before === undefined ? (from > 0 ? undefined : 0) : before.costs[from - 1]
    if (known === undefined || known === Number.POSITIVE_INFINITY) continue
    const slack = puzzle.counts(to) ? (room - width) / scale : 0
    const cost = known + slack * slack + puzzle.cost(from, to)
    if (cost < best) [best, start] = [cost, from]
  }
  layer.costs[to] = best
  layer.from[to] = start
}

/** First piece of each line. */
function starts(layers: readonly Layer[], count: number): readonly number[] {
  const out: number[] = []
  let to = count - 1
  for (let line = layers.length - 1; line >= 0; line--) {
    const from = layers[line]?.from[to] ?? 0
    out[line] = from
    to = from - 1
  }
  return out
}

/** The first piece of each line of the best layout in at most `maxLines` lines, or undefined when none fits. */
export function findBreaks(puzzle: Puzzle, maxLines: number): readonly number[] | undefined {
  const { count } = puzzle
  if (count === 0) return []
  const most = Math.min(maxLines, count)
  let widest = 0
  for (let line = 0; line < most; line++) widest = Math.max(widest, puzzle.room(line))
  if (widest <= 0) return undefined
  const layers: Layer[] = []
  for (let line = 0; line < most; line++) {
    const before = layers[line - 1]
    const layer: Layer = { costs: [], from: [] }
    layers.push(layer)
    const room = puzzle.room(line)
    // The whole text first: where it fits, or where no line is left, the parts of it say nothing more.
    addLine(puzzle, before, layer, count - 1, room, widest)
    if (layer.costs[count - 1] !== Number.POSITIVE_INFINITY) return starts(layers, count)
    if (line === most - 1) return undefined
    for (let to = 0; to < count - 1; to++) addLine(puzzle, before, layer, to, room, widest)
  }
  return undefined
}

/**
 * Whether no layout can fit, whatever it costs: even where lines may stay empty, each taking as many pieces as it can.
 * Only true of widths that are sums.
 */
export function isHopeless({ count, room, width }: Puzzle, maxLines: number): boolean {
  let from = 0
  for (let line = 0; line < Math.min(maxLines, count) && from < count; line++) {
    const limit = room(line) + TOLERANCE
    let next = from
    while (next < count && width(from, next) <= limit) next++
    from = next
  }
  return from < count
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
