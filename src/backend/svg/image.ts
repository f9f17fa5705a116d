// A picture on the sheet: upright ones in mm, turned ones by a matrix from their own pixels.
import type { Raster } from '../../model/assets.ts'
import { type Matrix, multiply } from '../../model/geometry.ts'
import { cropOf, cropRaster } from './crop-raster.ts'
import type { PixelTarget } from './idle-clip.ts'
import type { Look } from './look.ts'
import { factor, number } from './number.ts'
import { makePicture, type Picture, pictureOf } from './picture.ts'
import { reduceRaster } from './reduce-raster.ts'
import { type Attributes, imageTag } from './xml.ts'

/**
 * @param matrix maps the unit square to the mark's space
 * @param toSheet maps that space to the sheet's
 */
export function imageElement(
  matrix: Matrix,
  raster: Raster,
  look: Look,
  toSheet: Matrix,
  pixels: PixelTarget | undefined,
): string {
  if (!pixels) return placed(matrix, pictureOf(raster, look))
  const onSheet = multiply(toSheet, matrix)
  const reduction = reductionOf(raster, onSheet, pixels.density)
  const crop = cropOf(raster, onSheet, pixels.view, reduction)
  const shown = reduceRaster(cropRaster(raster, crop), reduction)
  const { width, height } = raster
  const part: Matrix = [crop.width / width, 0, 0, crop.height / height, crop.x / width, crop.y / height]
  return placed(multiply(matrix, part), makePicture(shown, look, 0))
}

/** How many pixels of the picture fall on one of the drawing's, rounded down. */
function reductionOf({ width, height }: Raster, [a, b, c, d]: Matrix, density: number): number {
  const across = width / (Math.hypot(a, b) * density)
  const down = height / (Math.hypot(c, d) * density)
  return Math.max(1, Math.floor(Math.min(across, down)))
}

function placed(matrix: Matrix, picture: Picture | undefined): string {
  if (!picture) return ''
  return imageTag(picture.uri, {
    ...placement(matrix, picture.width, picture.height),
    preserveAspectRatio: 'none',
  })
}

function placement([a, b, c, d, e, f]: Matrix, width: number, height: number): Attributes {
  if (b === 0 && c === 0 && a > 0 && d > 0) return { x: number(e), y: number(f), width: number(a), height: number(d) }
  const perPixel = [a / width, b / width, c / height, d / height].map(factor).join(' ')
  return { width: `${width}`, height: `${height}`, transform: `matrix(${perPixel} ${number(e)} ${number(f)})` }
}
