// Outlines as the `d` of a path: absolute segments, with H and V where a line is straight, so that a QR code stays small.
// Letters are most of a drawing and numbers most of a letter: digits go straight to bytes, four times faster than text.
import { Buffer } from 'node:buffer'
import type { Path } from '../../model/geometry.ts'

const known = new WeakMap<Path, string>()

/** Kept as long as the path: the same marks are drawn for the file, for pixels, for each band and each plate. */
export function pathData(path: Path): string {
  const before = known.get(path)
  if (before !== undefined) return before
  const data = write(path)
  known.set(path, data)
  return data
}

/** `C`, six numbers of at most 16 signs, their spaces. */
const LONGEST_SEGMENT = 110

/** Grows to the longest path there was; nothing is kept in it from one path to the next. */
let bytes = Buffer.alloc(65_536)

const code = (letter: string): number => letter.charCodeAt(0)

const M = code('M')
const L = code('L')
const H = code('H')
const V = code('V')
const C = code('C')
const Z = code('Z')
const SPACE = code(' ')
const MINUS = code('-')
const POINT = code('.')
const ZERO = code('0')

function write(path: Path): string {
  if (path.length * LONGEST_SEGMENT > bytes.length) bytes = Buffer.alloc(path.length * LONGEST_SEGMENT)
  let at = 0
  let x = 0
  let y = 0
  for (const segment of path) {
    switch (segment[0]) {
      case 'M':
      case 'L': {
        const [toX, toY] = [grid(segment[1]), grid(segment[2])]
        const straight = segment[0] === 'L' && (toX === x || toY === y)
        at = straight
          ? put(toY === y ? H : V, toY === y ? toX : toY, at)
          : put(SPACE, toY, put(segment[0] === 'M' ? M : L, toX, at))
        x = toX
        y = toY
        break
      }
      case 'C':
        x = grid(segment[5])
        y = grid(segment[6])
        at = put(SPACE, grid(segment[2]), put(C, grid(segment[1]), at))
        at = put(SPACE, grid(segment[4]), put(SPACE, grid(segment[3]), at))
        at = put(SPACE, y, put(SPACE, x, at))
        break
      case 'Z':
        bytes[at++] = Z
        break
    }
  }
  return bytes.toString('latin1', 0, at)
}

/** Thousandths of a millimetre. */
function grid(value: number): number {
  const thousandths = Math.round(value * 1000)
  if (!(Math.abs(thousandths) < 1e12)) throw new Error(`not a number for an SVG: ${value}`)
  return thousandths
}

/** Writes a letter or a space, then a number in mm; returns the next free byte. */
function put(before: number, thousandths: number, start: number): number {
  let at = start
  bytes[at++] = before
  if (thousandths < 0) bytes[at++] = MINUS
  const size = Math.abs(thousandths)
  const whole = Math.floor(size / 1000)
  at = putWhole(whole, at)
  const fraction = size - whole * 1000
  if (fraction === 0) return at
  bytes[at++] = POINT
  bytes[at++] = ZERO + Math.floor(fraction / 100)
  if (fraction % 100 === 0) return at
  bytes[at++] = ZERO + (Math.floor(fraction / 10) % 10)
  if (fraction % 10 === 0) return at
  bytes[at++] = ZERO + (fraction % 10)
  return at
}

function putWhole(whole: number, at: number): number {
  const next = whole >= 10 ? putWhole(Math.floor(whole / 10), at) : at
  bytes[next] = ZERO + (whole % 10)
  return next + 1
}
