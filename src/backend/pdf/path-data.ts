// Outlines as path operators, in points.
import type { Path, Segment } from '../../model/geometry.ts'
import { points } from './number.ts'

export const pathData = (path: Path): string => path.map(operators).join('\n')

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
