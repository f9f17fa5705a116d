// The inks of an axial or radial shading along its line (ISO 32000-1 7.10, 8.7.4.5).
import { channelsOf } from '../../../pdf-reader/color-space.ts'
import { asDict, type PdfDict, type PdfObject } from '../../../pdf-reader/object.ts'
import type { Objects } from '../../../pdf-reader/objects.ts'
import type { PaintedShading } from '../../../pdf-reader/painted.ts'
import { type Inks, inksOf } from '../inks.ts'

const STEPS = 64
const MAX_DEPTH = 8

type Values = (t: number) => number[] | undefined

/** Undefined for functions that are not exponential or stitched ones. */
function evaluator(value: PdfObject, objects: Objects, depth = 0): Values | undefined {
  const list = objects.items(value)
  if (list) {
    const each = list.map(item => evaluator(item, objects, depth + 1))
    return t => each.flatMap(part => part?.(t) ?? [Number.NaN])
  }
  const dict = asDict(value)
  if (!dict || depth > MAX_DEPTH) return undefined
  switch (objects.number(dict, 'FunctionType')) {
    case 2:
      return exponential(dict, objects)
    case 3:
      return stitched(dict, objects, depth)
    default:
      return undefined
  }
}

function exponential(dict: PdfDict, objects: Objects): Values {
  const from = objects.numbers(dict, 'C0') ?? [0]
  const to = objects.numbers(dict, 'C1') ?? [1]
  const power = objects.number(dict, 'N') ?? 1
  return t => from.map((start, index) => start + (power === 1 ? t : t ** power) * ((to[index] ?? 0) - start))
}

function stitched(dict: PdfDict, objects: Objects, depth: number): Values {
  const parts = objects.array(dict, 'Functions').map(part => evaluator(part, objects, depth + 1))
  const [low = 0, high = 1] = objects.numbers(dict, 'Domain') ?? []
  const bounds = objects.numbers(dict, 'Bounds') ?? []
  const encode = objects.numbers(dict, 'Encode') ?? []
  return t => {
    const index = bounds.filter(bound => t >= bound).length
    const [from, to] = [index === 0 ? low : (bounds[index - 1] ?? low), bounds[index] ?? high]
    const [a, b] = [encode[2 * index] ?? 0, encode[2 * index + 1] ?? 1]
    return parts[index]?.(to === from ? a : a + ((t - from) / (to - from)) * (b - a))
  }
}

export type ShadingInks = { at(x: number, y: number): Inks | undefined }

/** Undefined when the shading is of another kind, or not in inks. */
export function shadingInks(item: PaintedShading, objects: Objects): ShadingInks | undefined {
  const { dict, space, matrix } = item
  const type = objects.number(dict, 'ShadingType')
  const coords = objects.numbers(dict, 'Coords')
  const values = evaluator(objects.get(dict, 'Function'), objects)
  if ((type !== 2 && type !== 3) || !coords || !values) return undefined
  const [low = 0, high = 1] = objects.numbers(dict, 'Domain') ?? []
  const colors = Array.from({ length: STEPS + 1 }, (_, step) => values(low + (step / STEPS) * (high - low)))
  if (colors.some(color => color?.length !== channelsOf(space) || color.some(Number.isNaN))) return undefined
  const inks = colors.map(color => inksOf({ space, components: color ?? [] }))
  if (inks.some(each => each === undefined)) return undefined
  const [a, b, c, d, e, f] = matrix
  const area = a * d - b * c
  const place = type === 2 ? axial(coords) : radial(coords)
  const extend = objects.array(dict, 'Extend')
  return {
    at: (px, py) => {
      const [dx, dy] = [px - e, py - f]
      const t = place((d * dx - c * dy) / area, (a * dy - b * dx) / area)
      if (!Number.isFinite(t) || (t < 0 && extend[0] !== true) || (t > 1 && extend[1] !== true)) return undefined
      return inks[Math.round(Math.max(0, Math.min(1, t)) * STEPS)]
    },
  }
}

type Place = (x: number, y: number) => number

function axial([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Place {
  const [dx, dy] = [x1 - x0, y1 - y0]
  return (x, y) => ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)
}

/** Circles of one centre exactly; of two, by the distance to the first, which is near enough for an ink limit. */
function radial([x0 = 0, y0 = 0, r0 = 0, , , r1 = 0]: readonly number[]): Place {
  return (x, y) => (Math.hypot(x - x0, y - y0) - r0) / (r1 - r0)
}
