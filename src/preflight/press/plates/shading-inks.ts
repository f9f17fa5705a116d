// The inks of an axial or radial shading along its line (ISO 32000-1 7.10, 8.7.4.5).
import { channelsOf } from '../../../pdf-reader/color-space.ts'
import type { PaintedShading } from '../../../pdf-reader/painted.ts'
import type { Inks } from '../inks.ts'
import type { ImageSources } from './image-inks.ts'
import { functionOf } from './pdf-function.ts'

const STEPS = 64

export type ShadingInks = { at(x: number, y: number): Inks | undefined }

/** Undefined when the shading is of another kind, or in colours that nothing converts. */
export function shadingInks(item: PaintedShading, { objects, colors }: ImageSources): ShadingInks | undefined {
  const { dict, space, matrix } = item
  const type = objects.number(dict, 'ShadingType')
  const coords = objects.numbers(dict, 'Coords')
  const values = functionOf(objects.get(dict, 'Function'), objects)
  if ((type !== 2 && type !== 3) || !coords || !values) return undefined
  const [low = 0, high = 1] = objects.numbers(dict, 'Domain') ?? []
  const stops = Array.from({ length: STEPS + 1 }, (_, step) => values(low + (step / STEPS) * (high - low)))
  if (stops.some(color => color?.length !== channelsOf(space) || color.some(Number.isNaN))) return undefined
  const inks = stops.map(components => colors({ space, components: components ?? [] }))
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
