// Where a picture is solid: its alpha traced to outlines. The soft edge of something opaque is an edge; a shadow is not.
import type { Raster } from '../model/assets.ts'
import { type Matrix, multiply, type Point, rectPath, scale, transformPoint } from '../model/geometry.ts'
import { cmyk, lightOf } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'
import { pathRegion } from './path-area.ts'
import { filled, type Region, simplify, toGrid } from './region.ts'
import { FAINT, type Measure, SOLID } from './solid.ts'
import { type Field, trace } from './trace.ts'

/** Finer pixels than this are averaged first (about 600 ppi), and an outline may be moved by this much to lose corners. */
const PITCH: Mm = 0.042
const SMOOTH: Mm = 0.01

/** A dithered alpha has an edge around each of its pixels: the picture is read more coarsely until it has fewer. */
const MOST_CORNERS = 100_000

const UNIT = rectPath({ x: 0, y: 0, width: 1, height: 1 })

/** @param matrix from the unit square to the sheet */
export function imageArea(raster: Raster, matrix: Matrix, measure: Measure, shadows: boolean): Region {
  const full = valuesOf(raster, measure)
  if (!full || isUniform(full))
    return (full?.[0] ?? 255) < 255 * FAINT ? { rings: [] } : pathRegion(UNIT, 'nonzero', matrix)
  const { width, height } = raster
  const pitch = Math.min(reach(matrix[0], matrix[1]) / width, reach(matrix[2], matrix[3]) / height)
  let factor = Math.max(1, Math.floor(PITCH / pitch))
  for (;;) {
    const field = reduced({ width, height, values: full }, factor)
    const rings = trace(shadows ? field : withoutShadows(field), shadows ? 255 * FAINT : 127.5, MOST_CORNERS)
    if (rings) return placed(rings, multiply(matrix, scale(factor / width, factor / height)))
    factor *= 2
  }
}

const reach = (x: number, y: number): number => Math.sqrt(x * x + y * y)

const isUniform = (values: Uint8Array): boolean => values.every(value => value === values[0])

/** Opacity, or the light that a mask lets through; undefined when it is opaque everywhere. */
function valuesOf({ alpha, space, pixels, width, height }: Raster, measure: Measure): Uint8Array | undefined {
  if (measure === 'ink') return alpha
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const ink = (channel: number): number => ((pixels[at * 4 + channel] ?? 0) * 100) / 255
    const light = space === 'gray' ? (pixels[at] ?? 0) / 255 : lightOf(cmyk(ink(0), ink(1), ink(2), ink(3)))
    return Math.round(light * (alpha?.[at] ?? 255))
  })
}

/** The mean of each block of pixels; the last ones of a row or column may be smaller. */
function reduced(field: Field, factor: number): Field {
  if (factor === 1) return field
  const [width, height] = [Math.ceil(field.width / factor), Math.ceil(field.height / factor)]
  const values = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) values[y * width + x] = meanOf(field, x * factor, y * factor, factor)
  }
  return { width, height, values }
}

/** Pixels beyond the picture count as clear, so that its edge stays where it is. */
function meanOf({ width, height, values }: Field, left: number, top: number, factor: number): number {
  let sum = 0
  for (let y = top; y < Math.min(top + factor, height); y++) {
    for (let x = left; x < Math.min(left + factor, width); x++) sum += values[y * width + x] ?? 0
  }
  return Math.round(sum / (factor * factor))
}

/** Keeps what is solid and the pixels that touch it: an edge is at most that soft, and its half opacity is where it lies. */
function withoutShadows({ width, height, values }: Field): Field {
  const least = 255 * SOLID
  const kept = new Uint8Array(values.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((values[y * width + x] ?? 0) < least) continue
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const at = row * width + column
          kept[at] = values[at] ?? 0
        }
      }
    }
  }
  return { width, height, values: kept }
}

function placed(rings: readonly (readonly Point[])[], matrix: Matrix): Region {
  const mapped = rings.map(ring =>
    ring.map(point => {
      const [x, y] = transformPoint(matrix, point)
      return { x: toGrid(x), y: toGrid(y) }
    }),
  )
  return filled(simplify({ rings: mapped }, SMOOTH).rings, 'nonzero')
}
