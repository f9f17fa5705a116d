// The plates of a page, at the coarse grain that ink limits and bleeds are judged at: what knocks out, overprints, covers.
import type { PdfPaint } from '../../../pdf-reader/graphics-state.ts'
import type { Clip } from '../../../pdf-reader/outline.ts'
import type { Rect } from '../../../pdf-reader/page.ts'
import type { Painted } from '../../../pdf-reader/painted.ts'
import { type Inks, PROCESS } from '../inks.ts'
import { type ImageSources, imageInks, type PixelInks } from './image-inks.ts'
import { fillPolygons, rectPolygon, strokePolygons } from './polygons.ts'
import { cover, type Grid, type Mask, type Polygons } from './raster.ts'
import { shadingInks } from './shading-inks.ts'

export type PagePlates = {
  readonly grid: Grid
  /** Shares from 0 to 1 by plate. */
  readonly plates: ReadonlyMap<string, Float32Array>
  /** Whether anything was painted, white included. */
  readonly painted: Float32Array
  /** Pixels under something whose ink is not known: blends, soft masks, tiles, pictures that cannot be read, colours nothing converts. */
  readonly unknown: Uint8Array
}

/** Two pixels a millimetre, fewer on pages larger than a poster of 1 × 1 m. */
const DENSITY = (2 * 25.4) / 72
const MOST_PIXELS = 4_000_000

/** @param box what to look at, in points of the page */
export function pagePlates(sources: ImageSources, box: Rect, items: readonly Painted[]): PagePlates {
  const [left, bottom, right, top] = box
  const area = Math.max(1, (right - left) * (top - bottom))
  const density = Math.min(DENSITY, Math.sqrt(MOST_PIXELS / area))
  const size = (length: number): number => Math.max(1, Math.ceil(length * density))
  const grid: Grid = { left, top, density, width: size(right - left), height: size(top - bottom) }
  const count = grid.width * grid.height
  const plates = new Map<string, Float32Array>(PROCESS.map(name => [name, new Float32Array(count)]))
  const canvas: Canvas = { grid, plates, painted: new Float32Array(count), unknown: new Uint8Array(count), sources }
  const clips = new Map<Clip, Mask>()
  for (const item of items) paint(item, canvas, clips)
  return { grid, plates, painted: canvas.painted, unknown: canvas.unknown }
}

type Canvas = Omit<PagePlates, 'plates'> & {
  readonly plates: Map<string, Float32Array>
  readonly sources: ImageSources
}

/** Of a pixel. */
const LEAST_PIXELS = 0.25

const isPlain = ({ blend, softMask, groupMixed, clipUnknown }: Painted): boolean =>
  (blend === 'Normal' || blend === 'Compatible') && !softMask && !groupMixed && !clipUnknown

/** What to lay where: a shape, the inks at each place, and how it mixes with what is below. */
type Layer = {
  readonly polygons: Polygons
  readonly evenOdd: boolean
  readonly inks: ((x: number, y: number) => PixelInks | undefined) | undefined
  readonly alpha: number
  readonly overprints: boolean
}

function layersOf(item: Painted, { sources }: Canvas): Layer[] {
  const { bounds, groupAlpha, alphaFill, alphaStroke, overprintFill, overprintStroke } = item
  if (!bounds) return []
  const fillAlpha = alphaFill * groupAlpha
  const flat = (paint: PdfPaint): Layer['inks'] => {
    const inks = sources.colors(paint)
    return inks && (() => ({ inks, alpha: 1 }))
  }
  switch (item.kind) {
    case 'path': {
      const { outline, evenOdd, fill, stroke } = item
      // Of a pattern nothing is known until its shading, which comes after, paints over it; of tiles nothing at all.
      const shape = outline ? fillPolygons(outline) : [rectPolygon(bounds)]
      return [
        ...(fill
          ? [{ polygons: shape, evenOdd, inks: outline && flat(fill), alpha: fillAlpha, overprints: overprintFill }]
          : []),
        ...(stroke && outline
          ? [
              {
                polygons: strokePolygons(outline, item.lineWidth),
                evenOdd: false,
                inks: flat(stroke),
                alpha: alphaStroke * groupAlpha,
                overprints: overprintStroke,
              },
            ]
          : []),
      ]
    }
    case 'image': {
      const found = imageInks(item, sources)
      const [a, b, c, d, e, f] = item.matrix
      const area = a * d - b * c
      const inks = (x: number, y: number): PixelInks | undefined =>
        found?.at((d * (x - e) - c * (y - f)) / area, 1 - (a * (y - f) - b * (x - e)) / area)
      const corners = [e, f, e + a, f + b, e + a + c, f + b + d, e + c, f + d]
      return [{ polygons: [corners], evenOdd: false, inks: found && inks, alpha: fillAlpha, overprints: overprintFill }]
    }
    case 'shading': {
      const found = shadingInks(item, sources)
      const polygons = item.outline ? fillPolygons(item.outline) : [rectPolygon(bounds)]
      return [
        {
          polygons,
          evenOdd: item.evenOdd,
          inks:
            found &&
            ((x, y) => {
              const inks = found.at(x, y)
              return inks && { inks, alpha: 1 }
            }),
          alpha: fillAlpha,
          overprints: overprintFill,
        },
      ]
    }
    case 'text':
      // Letters are thin against a window of 15 mm: what they change of its ink is less than what is rounded.
      return []
  }
}

function paint(item: Painted, canvas: Canvas, clips: Map<Clip, Mask>): void {
  if (item.context !== 'page' || !item.bounds) return
  const plain = isPlain(item)
  // What is smaller than a pixel changes no square of 15 mm, and a map has a million of them.
  const [left, bottom, right, top] = item.bounds
  if ((right - left) * (top - bottom) * canvas.grid.density * canvas.grid.density < LEAST_PIXELS) return
  for (const layer of layersOf(item, canvas)) {
    const mask = clipped(cover(layer.polygons, layer.evenOdd, canvas.grid), item, canvas.grid, clips)
    lay(mask, plain ? layer : { ...layer, inks: undefined }, item.overprintMode, canvas)
  }
}

/** The mask without what the clip's bounds and its shapes leave out. */
function clipped(mask: Mask, item: Painted, grid: Grid, clips: Map<Clip, Mask>): Mask {
  const [left, bottom, right, top] = item.bounds ?? [0, 0, 0, 0]
  const shapes: Mask[] = [cover([rectPolygon([left, bottom, right, top])], false, grid)]
  for (let clip = item.clip; clip; clip = clip.outer) {
    const known = clips.get(clip) ?? cover(fillPolygons(clip.outline), clip.evenOdd, grid)
    if (clips.size < MOST_CLIPS) clips.set(clip, known)
    shapes.push(known)
  }
  const { values, x0, x1, y0, y1 } = mask
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = (y - y0) * (x1 - x0) + x - x0
      for (const shape of shapes) values[at] = (values[at] ?? 0) * valueAt(shape, x, y)
    }
  return mask
}

const valueAt = ({ values, x0, x1, y0, y1 }: Mask, x: number, y: number): number =>
  x < x0 || x >= x1 || y < y0 || y >= y1 ? 0 : (values[(y - y0) * (x1 - x0) + x - x0] ?? 0)

/** Masks of clips kept for the next item that has them. */
const MOST_CLIPS = 8

function lay({ values, x0, x1, y0, y1 }: Mask, layer: Layer, mode: number, canvas: Canvas): void {
  const { grid, painted, unknown } = canvas
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = y * grid.width + x
      const share = values[(y - y0) * (x1 - x0) + x - x0] ?? 0
      if (share === 0) continue
      const pixel = layer.inks?.(grid.left + (x + 0.5) / grid.density, grid.top - (y + 0.5) / grid.density)
      const alpha = share * layer.alpha * (pixel?.alpha ?? 1)
      painted[at] = Math.max(painted[at] ?? 0, pixel ? alpha : share)
      if (!layer.inks) {
        if (share > 0.5) unknown[at] = 1
        continue
      }
      if (!pixel || alpha === 0) continue
      if (alpha > 0.99 && !layer.overprints) unknown[at] = 0
      mix(at, pixel.inks, alpha, layer.overprints, mode, canvas)
    }
}

/** Knocks out the plates it does not ink, unless it overprints; OPM 1 leaves the process plates it has nothing for. */
function mix(at: number, inks: Inks, share: number, overprints: boolean, mode: number, { grid, plates }: Canvas): void {
  for (const name of inks.amounts.keys())
    if (!plates.has(name) && plates.size < MOST_PLATES) plates.set(name, new Float32Array(grid.width * grid.height))
  for (const [name, plate] of plates) {
    const amount = inks.amounts.get(name) ?? inks.amounts.get('All')
    if (amount === undefined && overprints && (mode === 1 || !inks.plates.includes(name))) continue
    plate[at] = (plate[at] ?? 0) * (1 - share) + (amount ?? 0) * share
  }
}

const MOST_PLATES = 16
