// A picture with too few pixels for its size and reading distance looks soft or shows its squares.
import { text } from '../../model/diagnostic.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const MM_PER_INCH = 25.4

/** GWG 2022 large format (D0017 to D0019): limits at one metre, divided by the distance. */
const ERROR_AT_1_M = 239
const WARNING_AT_1_M = 299

export const imageResolution: SheetCheck = {
  severity: 'warning',
  title: text('une image manque de pixels', 'a picture lacks pixels'),
  why: text(
    'Agrandie au-delà de ses pixels, une image paraît floue à la distance où on la regarde.',
    'Enlarged beyond its pixels, a picture looks soft at the distance it is seen from.',
  ),
  fix: text('Fournissez une image plus grande, ou un logo en SVG.', 'Provide a larger picture, or a logo as SVG.'),
  source: 'GWG 2022 R0031, D0018',
  *run({ sheet, product, assets }) {
    const distance = Math.max(1, product.distance)
    for (const { mark, matrix, parents, inMask } of walk(sheet.marks)) {
      if (mark.kind !== 'image' || inMask) continue
      const raster = assets.image(mark.image)
      const width = Math.hypot(
        matrix[0] * mark.matrix[0] + matrix[2] * mark.matrix[1],
        matrix[1] * mark.matrix[0] + matrix[3] * mark.matrix[1],
      )
      const ppi = (raster.width * MM_PER_INCH) / width
      if (ppi >= WARNING_AT_1_M / distance) continue
      const needed = Math.ceil(WARNING_AT_1_M / distance)
      yield {
        severity: ppi < ERROR_AT_1_M / distance ? 'error' : 'warning',
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
