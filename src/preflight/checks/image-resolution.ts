// A picture with too few pixels for its size and reading distance looks soft or shows its squares.
import type { Raster } from '../../model/assets.ts'
import { text } from '../../model/diagnostic.ts'
import { type Matrix, multiply } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const MM_PER_INCH = 25.4

/** Pictures of black or paper only, without grays: their edges show their squares sooner (GWG 2022 R0032). */
const LINE_ART = { error: 549, warning: 799 } as const

export const imageResolution: SheetCheck = {
  severity: 'warning',
  title: text('une image manque de pixels', 'a picture lacks pixels'),
  why: text(
    'Agrandie au-delà de ses pixels, une image paraît floue à la distance où on la regarde.',
    'Enlarged beyond its pixels, a picture looks soft at the distance it is seen from.',
  ),
  fix: text('Fournissez une image plus grande, ou un logo en SVG.', 'Provide a larger picture, or a logo as SVG.'),
  source: 'GWG 2022 R0031, R0032, D0018',
  *run({ sheet, product, printer, assets }) {
    const distance = Math.max(1, product.distance)
    for (const { mark, matrix, parents, inMask } of walk(sheet.marks)) {
      if (mark.kind !== 'image' || inMask) continue
      const raster = assets.image(mark.image)
      const [width, height] = printedSize(multiply(matrix, mark.matrix))
      const ppi = Math.min((raster.width * MM_PER_INCH) / width, (raster.height * MM_PER_INCH) / height)
      const limits = isLineArt(raster) ? LINE_ART : printer.resolution
      if (ppi >= limits.warning / distance) continue
      const needed = Math.ceil(limits.warning / distance)
      yield {
        severity: ppi < limits.error / distance ? 'error' : 'warning',
        message: text(
          `une image n’a que ${Math.round(ppi)} points par pouce à sa taille, il en faut ${needed} pour être lue à ${distance} m`.replace(
            '.',
            ',',
          ),
          `a picture has only ${Math.round(ppi)} pixels per inch at its size, ${needed} are needed to be read at ${distance} m`,
        ),
        // A logo's place is on the group that holds its pixels.
        ...placeOf([...parents, mark].findLast(({ from }) => from !== undefined) ?? mark),
        hint: text(
          `donnez une image de ${Math.ceil((width * needed) / MM_PER_INCH)} points de large au moins, ou un logo en SVG`,
          `give a picture at least ${Math.ceil((width * needed) / MM_PER_INCH)} pixels wide, or a logo as SVG`,
        ),
      }
    }
  },
}

/** Millimetres along the two sides of the unit square. */
const printedSize = ([a, b, c, d]: Matrix): readonly [Mm, Mm] => [Math.sqrt(a * a + b * b), Math.sqrt(c * c + d * d)]

const known = new WeakMap<Raster, boolean>()

/** Whether a picture is black and paper only: a scan or a fax, of one bit whatever its file says. */
function isLineArt(raster: Raster): boolean {
  const before = known.get(raster) ?? (raster.space === 'gray' && !raster.alpha && raster.pixels.every(extreme))
  known.set(raster, before)
  return before
}

const extreme = (value: number): boolean => value === 0 || value === 255
