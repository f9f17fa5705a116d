// Outlines as the `d` of a path: absolute segments, with H and V where a line is straight, so that a QR code stays small.
import type { Path } from '../../model/geometry.ts'
import { number } from './number.ts'

export function pathData(path: Path): string {
  let out = ''
  let x = ''
  let y = ''
  for (const segment of path) {
    switch (segment[0]) {
      case 'M':
        x = number(segment[1])
        y = number(segment[2])
        out += `M${x} ${y}`
        break
      case 'L': {
        const toX = number(segment[1])
        const toY = number(segment[2])
        out += toY === y ? `H${toX}` : toX === x ? `V${toY}` : `L${toX} ${toY}`
        x = toX
        y = toY
        break
      }
      case 'C':
        x = number(segment[5])
        y = number(segment[6])
        out += `C${number(segment[1])} ${number(segment[2])} ${number(segment[3])} ${number(segment[4])} ${x} ${y}`
        break
      case 'Z':
        out += 'Z'
        break
    }
  }
  return out
}
