// The tightest bend of an outline, as a knife feels it: over a turn, not at a point.
import { flattenPath, type Path, type Point, type Segment } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import { createLru } from '../../text/lru.ts'

/** Over a smaller turn the hundredths of the fitting would count as bends: at 2 mm, 30° is an arrow of 0.07 mm only. */
const TURN = Math.PI / 3

const CHORDS = 24

type Chord = { readonly length: Mm; readonly direction: number }

/** What follows on without a straight side: the corners of a format are not rounded, and are cut in two strokes. */
function curvesIn(path: Path): Path[] {
  const runs: Path[] = []
  let run: Segment[] = []
  let from: readonly [Mm, Mm] = [0, 0]
  const close = (): void => {
    if (run.length > 1) runs.push(run)
    run = []
  }
  for (const segment of path) {
    if (segment[0] === 'C') {
      if (run.length === 0) run.push(['M', ...from])
      run.push(segment)
      from = [segment[5], segment[6]]
      continue
    }
    close()
    if (segment[0] !== 'Z') from = [segment[1], segment[2]]
  }
  close()
  return runs
}

const chordsOf = (points: readonly Point[]): Chord[] =>
  points.slice(1).flatMap(([x, y], index) => {
    const [px, py] = points[index] ?? [x, y]
    const length = Math.hypot(x - px, y - py)
    return length > 0 ? [{ length, direction: Math.atan2(y - py, x - px) }] : []
  })

/** Between two directions, from -π to π. */
function turnBetween(a: number, b: number): number {
  const turn = b - a
  return turn > Math.PI ? turn - 2 * Math.PI : turn <= -Math.PI ? turn + 2 * Math.PI : turn
}

/** Length over angle, from the middle of a chord to the middle of the first that has turned far enough. */
function radiusFrom(chords: readonly Chord[], start: number): Mm {
  let [way, turn] = [0, 0]
  for (let index = start + 1; index < chords.length; index += 1) {
    const [before, here] = [chords[index - 1], chords[index]]
    if (!before || !here) break
    way += (before.length + here.length) / 2
    turn += turnBetween(before.direction, here.direction)
    if (Math.abs(turn) >= TURN) return way / Math.abs(turn)
  }
  return Number.POSITIVE_INFINITY
}

/** Outlines whose bends are kept: the pieces of a batch have a few shapes. */
const KEPT = 20

const known = createLru<Mm>(KEPT)

/** Radius of the tightest curve of a path, in mm; infinite when it has straight sides only. */
export const tightestBend = (path: Path): Mm =>
  path.some(([kind]) => kind === 'C') ? known(JSON.stringify(path), () => measureBend(path)) : Number.POSITIVE_INFINITY

function measureBend(path: Path): Mm {
  const radii = curvesIn(path).flatMap(run => {
    const chords = chordsOf(flattenPath(run, CHORDS))
    return chords.map((_, start) => radiusFrom(chords, start))
  })
  return Math.min(...radii, Number.POSITIVE_INFINITY)
}
