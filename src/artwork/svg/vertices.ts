// The vertices of a shape and the directions there: where its markers stand and how they turn (SVG 2, 11.6).
import type { Path, Point } from '../../model/geometry.ts'

export type Vertex = { readonly at: Point /** Degrees. */; readonly angle: number }

type Vector = readonly [x: number, y: number]

type Step = { readonly from: Point; readonly to: Point; readonly leave?: Vector; readonly arrive?: Vector }

/** @param inner segments whose end is no vertex: the parts of an arc */
export function verticesOf(path: Path, inner: ReadonlySet<number>): Vertex[] {
  return subpathsOf(path, inner).flatMap(({ start, steps, closed }) => {
    const closing = closed ? lastDirection(steps) : undefined
    return [start, ...steps.map(({ to }) => to)].map((at, index): Vertex => {
      const arrive = index === 0 ? closing : arriving(steps, index - 1)
      const leave = index === steps.length ? (closed ? leaving(steps, 0) : undefined) : leaving(steps, index)
      return { at, angle: between(arrive, leave) }
    })
  })
}

type Subpath = { start: Point; steps: Step[]; closed: boolean }

function subpathsOf(path: Path, inner: ReadonlySet<number>): Subpath[] {
  const subpaths: Subpath[] = []
  let at: Point = [0, 0]
  let entry: Step | undefined
  path.forEach((segment, index) => {
    const current = subpaths.at(-1)
    if (segment[0] === 'M' || !current) {
      at = segment[0] === 'Z' ? at : [segment[1], segment[2]]
      subpaths.push({ start: at, steps: [], closed: false })
      return
    }
    if (segment[0] === 'Z') {
      current.steps.push(straight(at, current.start))
      current.closed = true
      at = current.start
      return
    }
    const step = segment[0] === 'C' ? curve(at, segment) : straight(at, [segment[1], segment[2]])
    at = step.to
    // The parts of an arc are one step: it leaves as the first and arrives as the last.
    entry ??= step
    if (inner.has(index)) return
    current.steps.push({
      from: entry.from,
      to: step.to,
      ...(entry.leave && { leave: entry.leave }),
      ...(step.arrive && { arrive: step.arrive }),
    })
    entry = undefined
  })
  return subpaths
}

const vector = (from: Point, to: Point): Vector | undefined =>
  from[0] === to[0] && from[1] === to[1] ? undefined : [to[0] - from[0], to[1] - from[1]]

function straight(from: Point, to: Point): Step {
  const along = vector(from, to)
  return { from, to, ...(along && { leave: along, arrive: along }) }
}

function curve(from: Point, [, x1, y1, x2, y2, x, y]: Extract<Path[number], readonly ['C', ...unknown[]]>): Step {
  const to: Point = [x, y]
  const leave = vector(from, [x1, y1]) ?? vector(from, [x2, y2]) ?? vector(from, to)
  const arrive = vector([x2, y2], to) ?? vector([x1, y1], to) ?? vector(from, to)
  return { from, to, ...(leave && { leave }), ...(arrive && { arrive }) }
}

/** The direction before a vertex; steps without length have that of the step before them. */
function arriving(steps: readonly Step[], index: number): Vector | undefined {
  for (let at = index; at >= 0; at--) {
    const arrive = steps[at]?.arrive
    if (arrive) return arrive
  }
  return undefined
}

function leaving(steps: readonly Step[], index: number): Vector | undefined {
  for (let at = index; at < steps.length; at++) {
    const leave = steps[at]?.leave
    if (leave) return leave
  }
  return undefined
}

const lastDirection = (steps: readonly Step[]): Vector | undefined => arriving(steps, steps.length - 1)

const degrees = ([x, y]: Vector): number => Math.round((Math.atan2(y, x) * 180e9) / Math.PI) / 1e9

/** The middle of two directions, on the side of the smaller turn. */
function between(arrive: Vector | undefined, leave: Vector | undefined): number {
  if (!arrive || !leave) return degrees(arrive ?? leave ?? [1, 0])
  const before = degrees(arrive)
  const turn = ((degrees(leave) - before + 540) % 360) - 180
  return before + turn / 2
}
