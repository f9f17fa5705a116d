// Transform lists of SVG and of CSS, as one matrix.
import { IDENTITY, type Matrix, multiply, scale, translate } from '../../model/geometry.ts'
import { parseNumbers } from './number.ts'

/** The matrix of a list such as `translate(3 4) rotate(45)`; nothing when it is malformed. CSS units px and deg are allowed. */
export function parseTransform(source: string): Matrix | undefined {
  if (source.trim() === 'none' || source.trim() === '') return IDENTITY
  let matrix: Matrix = IDENTITY
  let rest = source.trim()
  while (rest !== '') {
    const match = /^([a-zA-Z]+)\s*\(([^)]*)\)[\s,]*/.exec(rest)
    if (!match) return undefined
    const numbers = parseNumbers(inDegrees(match[2] ?? ''))
    const one = numbers && functionMatrix(match[1] ?? '', numbers)
    if (!one) return undefined
    matrix = multiply(matrix, one)
    rest = rest.slice(match[0].length)
  }
  return matrix
}

const TURNS: Readonly<Record<string, number>> = { deg: 1, px: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 }

/** Numbers of a function with CSS units: pixels and degrees, or what is worth so many. */
const inDegrees = (source: string): string =>
  source.replace(/(\d+\.?\d*|\.\d+)(px|deg|rad|grad|turn)\b/gi, (_, value: string, unit: string) =>
    String(Number(value) * (TURNS[unit.toLowerCase()] ?? 1)),
  )

function functionMatrix(name: string, n: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = n
  switch (`${name} ${n.length}`) {
    case 'matrix 6':
      return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
    case 'translate 1':
    case 'translate 2':
      return translate(a ?? 0, b ?? 0)
    case 'translateX 1':
      return translate(a ?? 0, 0)
    case 'translateY 1':
      return translate(0, a ?? 0)
    case 'scale 1':
    case 'scale 2':
      return scale(a ?? 1, b ?? a ?? 1)
    case 'scaleX 1':
      return scale(a ?? 1, 1)
    case 'scaleY 1':
      return scale(1, a ?? 1)
    case 'rotate 1':
      return rotation(a ?? 0)
    case 'rotate 3':
      return multiply(translate(b ?? 0, c ?? 0), multiply(rotation(a ?? 0), translate(-(b ?? 0), -(c ?? 0))))
    case 'skewX 1':
      return [1, 0, tangent(a ?? 0), 1, 0, 0]
    case 'skewY 1':
      return [1, tangent(a ?? 0), 0, 1, 0, 0]
    default:
      return undefined
  }
}

/** Sines differ in their last digit between engines: twelve decimals make them one, and quarter turns exact. */
const steady = (value: number): number => Math.round(value * 1e12) / 1e12 + 0

function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180
  const cos = steady(Math.cos(angle))
  const sin = steady(Math.sin(angle))
  return [cos, sin, -sin, cos, 0, 0]
}

const tangent = (degrees: number): number => steady(Math.tan((degrees * Math.PI) / 180))
