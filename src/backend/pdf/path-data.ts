// Outlines as path operators, in points.
import type { Path, Segment } from '../../model/geometry.ts'
import { toPt } from '../../model/length.ts'
import { number, points, round5 } from './number.ts'

export function pathData(path: Path): string {
  const lines: string[] = []
  for (let at = 0; at < path.length; ) {
    const rectangle = rectangleAt(path, at)
    const segment = path[at]
    if (rectangle) lines.push(rectangle)
    else if (segment) lines.push(operators(segment))
    at += rectangle ? RECTANGLE : 1
  }
  return lines.join('\n')
}

function operators(segment: Segment): string {
  switch (segment[0]) {
    case 'M':
      return `${points(segment[1])} ${points(segment[2])} m`
    case 'L':
      return `${points(segment[1])} ${points(segment[2])} l`
    case 'C': {
      const [, x1, y1, x2, y2, x, y] = segment
      return `${points(x1)} ${points(y1)} ${points(x2)} ${points(y2)} ${points(x)} ${points(y)} c`
    }
    case 'Z':
      return 'h'
  }
}

/** Segments of a rectangle: three sides, and the fourth closes it. */
const RECTANGLE = 5

/** Codes and panels are made of rectangles: `re` says them in half the bytes, in the same direction. */
function rectangleAt(path: Path, at: number): string | undefined {
  const start = path[at]
  const second = path[at + 1]
  if (start?.[0] !== 'M' || second?.[0] !== 'L') return undefined
  const third = path[at + 2]
  const fourth = path[at + 3]
  if (third?.[0] !== 'L' || fourth?.[0] !== 'L' || path[at + 4]?.[0] !== 'Z') return undefined
  const [, x, y] = start
  const [, right, bottom] = third
  if (second[1] !== right || second[2] !== y || fourth[1] !== x || fourth[2] !== bottom) return undefined
  // From corner to corner as written, so that neighbours still touch.
  const [left, top] = [round5(toPt(x)), round5(toPt(y))]
  const size = `${number(round5(toPt(right)) - left)} ${number(round5(toPt(bottom)) - top)}`
  return `${number(left)} ${number(top)} ${size} re`
}
