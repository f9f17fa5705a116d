// Basic shapes (SVG 2, chapter 10) as paths, in the element's own user space.
import { ellipsePath, type Path, rectPath, type Segment } from '../../model/geometry.ts'
import { parseNumbers } from './number.ts'
import { type PathData, parsePathData } from './path-data.ts'
import type { Element } from './xml.ts'

/** Reads a length attribute along an axis; `diagonal` for radii. */
export type ReadLength = (name: string, axis: 'x' | 'y' | 'diagonal') => number | undefined

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']

export const isShape = (element: Element): boolean => SHAPES.includes(element.name)

const known = new WeakMap<Element, PathData>()

/** The path of a `path` element, read once: `use` may draw it a thousand times. */
export function pathDataOf(element: Element): PathData {
  const before = known.get(element) ?? parsePathData(element.attributes.get('d') ?? '')
  known.set(element, before)
  return before
}

/** The outline of a shape; empty when it is not drawn (zero size, no points). */
export function shapePath(element: Element, length: ReadLength): Path {
  switch (element.name) {
    case 'path':
      return pathDataOf(element).path
    case 'rect':
      return rect(length)
    case 'circle': {
      const r = length('r', 'diagonal') ?? 0
      return r > 0 ? ellipsePath(length('cx', 'x') ?? 0, length('cy', 'y') ?? 0, r) : []
    }
    case 'ellipse': {
      const rx = length('rx', 'x') ?? length('ry', 'y') ?? 0
      const ry = length('ry', 'y') ?? rx
      return rx > 0 && ry > 0 ? ellipsePath(length('cx', 'x') ?? 0, length('cy', 'y') ?? 0, rx, ry) : []
    }
    case 'line':
      return [
        ['M', length('x1', 'x') ?? 0, length('y1', 'y') ?? 0],
        ['L', length('x2', 'x') ?? 0, length('y2', 'y') ?? 0],
      ]
    case 'polyline':
      return points(element)
    case 'polygon': {
      const path = points(element)
      return path.length > 0 ? [...path, ['Z']] : []
    }
    default:
      return []
  }
}

const pointPaths = new WeakMap<Element, Path>()

function points(element: Element): Path {
  const path = pointPaths.get(element) ?? readPoints(element)
  pointPaths.set(element, path)
  return path
}

function readPoints(element: Element): Path {
  const numbers = parseNumbers(element.attributes.get('points') ?? '') ?? []
  const path: Segment[] = []
  for (let at = 0; at + 1 < numbers.length; at += 2)
    path.push([at === 0 ? 'M' : 'L', numbers[at] ?? 0, numbers[at + 1] ?? 0])
  return path
}

/** Control distance of a quarter of an ellipse. */
const KAPPA = 0.5522847498307936

function rect(length: ReadLength): Path {
  const x = length('x', 'x') ?? 0
  const y = length('y', 'y') ?? 0
  const width = length('width', 'x') ?? 0
  const height = length('height', 'y') ?? 0
  if (!(width > 0) || !(height > 0)) return []
  const givenX = length('rx', 'x')
  const givenY = length('ry', 'y')
  const rx = Math.min(givenX ?? givenY ?? 0, width / 2)
  const ry = Math.min(givenY ?? givenX ?? 0, height / 2)
  if (!(rx > 0) || !(ry > 0)) return rectPath({ x, y, width, height })
  const kx = rx * (1 - KAPPA)
  const ky = ry * (1 - KAPPA)
  const right = x + width
  const bottom = y + height
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - kx, y, right, y + ky, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + ky, x + kx, y, x + rx, y],
    ['Z'],
  ]
}
