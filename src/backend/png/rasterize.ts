// Draws an SVG body in mm at whole pixels, in horizontal bands so that a poster never stands in memory at once.
import type { Box } from '../../model/geometry.ts'
import type { FaceDrawing } from '../svg/face.ts'
import { factor } from '../svg/number.ts'
import { drawSvg } from './resvg.ts'

export type Size = { readonly width: number; readonly height: number }

/** RGBA as resvg gives it: colours are premultiplied. */
export type Band = { readonly top: number; readonly height: number; readonly rgba: Uint8Array }

/**
 * Nine megapixels, 36 MB: each band reads the drawing and its photos again, so that a sticker at 300 dpi and a poster of
 * 297 × 420 mm at 150 dpi are one, the same poster at 300 dpi two.
 */
const BAND_PIXELS = 9_000_000

/**
 * The bands of a picture, from the top: `view` is the part of `box` that a band shows, `size` its pixels.
 * Both axes are scaled on their own, from `box` to exactly `size`: the rounding to whole pixels (half a pixel at most)
 * is spread over the whole picture, and what ends at the edge of the sheet ends at the edge of the pixels.
 */
export function* bandsOf(
  box: Box,
  { width, height }: Size,
  bandPixels: number = BAND_PIXELS,
): Generator<{ readonly top: number; readonly view: Box; readonly size: Size }> {
  const rows = Math.max(1, Math.floor(bandPixels / width))
  const perRow = box.height / height
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top)
    const view = { x: box.x, y: box.y + top * perRow, width: box.width, height: count * perRow }
    yield { top, view, size: { width, height: count } }
  }
}

/** @param background `#rrggbb` laid under everything; transparent by default */
export function rasterize(drawing: FaceDrawing, size: Size, background?: string): Uint8Array {
  const { box, defs, body } = drawing
  const [sx, sy] = [size.width / box.width, size.height / box.height]
  const around = paddingOf(drawing, size, sx, sy)
  const [width, height] = [size.width + around.left, size.height + around.top]
  const matrix = [sx, 0, 0, sy, around.left - box.x * sx, around.top - box.y * sy].map(factor).join(' ')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs>${defs}</defs><g transform="matrix(${matrix})">${body}</g></svg>`
  return trimmed(drawSvg(svg, background), width, around, size)
}

type Padding = { readonly left: number; readonly top: number }

/**
 * resvg (crates/resvg, `max_bbox`) keeps of a layer what lies from twice the canvas before its origin to twice the
 * canvas after, and measures a layer inside a layer from the outer one: what starts more than a canvas before the
 * picture would be lost. The canvas grows to the left and to the top until nothing does.
 */
function paddingOf({ box, nested }: FaceDrawing, { width, height }: Size, sx: number, sy: number): Padding {
  if (!nested) return { left: 0, top: 0 }
  const lack = (before: number, length: number): number => Math.max(0, Math.ceil((before - length) / 2) + 1)
  const left = lack((box.x - nested.x) * sx, width)
  const top = lack((box.y - nested.y) * sy, height)
  if ((width + left) * (height + top) > MOST_PIXELS)
    throw new Error('effects reach too far outside the sheet to be drawn')
  return { left, top }
}

/** 0.8 GB: a poster of 1200 × 1760 mm at 250 dpi. */
const MOST_PIXELS = 200_000_000

function trimmed(rgba: Uint8Array, stride: number, { left, top }: Padding, { width, height }: Size): Uint8Array {
  if (left === 0 && top === 0) return rgba
  const out = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = ((row + top) * stride + left) * 4
    out.set(rgba.subarray(from, from + width * 4), row * width * 4)
  }
  return out
}
