// A picture on the sheet: upright ones in mm, turned ones by a matrix from their own pixels.
import type { Raster } from '../../model/assets.ts'
import { type Matrix, multiply } from '../../model/geometry.ts'
import type { Look } from './look.ts'
import { factor, number } from './number.ts'
import { pictureOf } from './picture.ts'
import { type Attributes, element } from './xml.ts'

type Target = { readonly matrix: Matrix; readonly density?: number }

/** @param matrix maps the unit square to the mark's space; `target.matrix` goes on to the sheet */
export function imageElement(matrix: Matrix, raster: Raster, look: Look, target: Target): string {
  const picture = pictureOf(
    raster,
    look,
    reductionOf(raster, multiply(target.matrix, matrix), target.density),
    target.density === undefined ? 6 : 0,
  )
  if (!picture) return ''
  return element('image', {
    ...placement(matrix, picture.width, picture.height),
    preserveAspectRatio: 'none',
    'xlink:href': picture.uri,
  })
}

/** How many pixels of the picture fall on one of the drawing's, rounded down. */
function reductionOf({ width, height }: Raster, [a, b, c, d]: Matrix, density: number | undefined): number {
  if (density === undefined) return 1
  const across = width / (Math.hypot(a, b) * density)
  const down = height / (Math.hypot(c, d) * density)
  return Math.max(1, Math.floor(Math.min(across, down)))
}

function placement([a, b, c, d, e, f]: Matrix, width: number, height: number): Attributes {
  if (b === 0 && c === 0 && a > 0 && d > 0) return { x: number(e), y: number(f), width: number(a), height: number(d) }
  const perPixel = [a / width, b / width, c / height, d / height].map(factor).join(' ')
  return { width: `${width}`, height: `${height}`, transform: `matrix(${perPixel} ${number(e)} ${number(f)})` }
}
