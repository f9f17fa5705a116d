// Draws an SVG body in mm at whole pixels, in horizontal bands so that a poster never stands in memory at once.
import { type BBox, Resvg } from '@resvg/resvg-js'
import type { FaceDrawing } from '../svg/face.ts'
import { factor } from '../svg/number.ts'

export type Size = { readonly width: number; readonly height: number }

/** RGBA as resvg gives it: colours are premultiplied. */
export type Band = { readonly top: number; readonly height: number; readonly rgba: Uint8Array }

/** Four megapixels, 16 MB: large enough that a band costs nothing, small enough that ten fit anywhere. */
const BAND_PIXELS = 4_194_304

/**
 * Both axes are scaled on their own, from `box` to exactly `size`: the rounding to whole pixels (half a pixel at most)
 * is spread over the whole picture, and what ends at the edge of the sheet ends at the edge of the pixels.
 *
 * @param background `#rrggbb` laid under everything; transparent by default
 */
export function* rasterize(drawing: FaceDrawing, size: Size, background?: string): Generator<Band> {
  const renderer = new Resvg(pixelSvg(drawing, size, background), { font: { loadSystemFonts: false } })
  const rows = Math.max(1, Math.floor(BAND_PIXELS / size.width))
  for (let top = 0; top < size.height; top += rows) {
    const height = Math.min(rows, size.height - top)
    if (height < size.height) renderer.cropByBBox(bandBox(renderer, { top, height, width: size.width }))
    yield { top, height, rgba: renderer.render().pixels }
  }
}

function pixelSvg({ box, defs, body }: FaceDrawing, { width, height }: Size, background: string | undefined): string {
  const [sx, sy] = [width / box.width, height / box.height]
  const matrix = [sx, 0, 0, sy, -box.x * sx, -box.y * sy].map(factor).join(' ')
  // An invisible ground gives the renderer a bounding box, without which it does not crop.
  const paint = background === undefined ? 'fill="none"' : `fill="${background}"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}"><defs>${defs}</defs><path d="M0 0H${width}V${height}H0Z" ${paint}/>` +
    `<g transform="matrix(${matrix})">${body}</g></svg>`
  )
}

/** resvg takes a box of its own class only, and gives one away with its measure of the drawing. */
function bandBox(
  renderer: Resvg,
  band: { readonly top: number; readonly height: number; readonly width: number },
): BBox {
  const box = renderer.getBBox()
  if (!box) throw new Error('resvg measured nothing in a drawing that has a ground')
  box.x = 0
  box.y = band.top
  box.width = band.width
  box.height = band.height
  return box
}
