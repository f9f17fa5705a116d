// Pictures with too few pixels for their size and the distance they are read from.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Level } from './gwg-2022.ts'
import type { GwgCheck, PressFinding } from './press-check.ts'
import { at, type Press, printedImages } from './printed.ts'

/** A picture of a few pixels is a flat colour (GWG 2022 D0004). */
const FEWEST = 16

function* coarse(press: Press, { values: [error = 0, warning = 0] }: Level, bilevel: boolean): Generator<PressFinding> {
  for (const on of printedImages(press)) {
    const { item, unit } = on
    const isBilevel = item.fill !== undefined || press.pdf.objects.number(item.dict, 'BitsPerComponent') === 1
    if (isBilevel !== bilevel || item.width <= FEWEST || item.height <= FEWEST) continue
    const ppi = Math.round(item.ppi / unit)
    if (ppi > warning) continue
    const needed = Math.round(warning) + 1
    yield {
      ...at(on, sentence(ppi, needed, press.job.distance)),
      severity: ppi > error ? 'warning' : 'error',
    }
  }
}

const sentence = (ppi: number, needed: number, distance: number): Text => {
  const far = String(distance)
  return text(
    `image de ${ppi} points par pouce, il en faut ${needed}${distance > 1 ? ` à ${far.replace('.', ',')} m` : ''}`,
    `picture of ${ppi} pixels per inch, ${needed} are needed${distance > 1 ? ` at ${far} m` : ''}`,
  )
}

const why = text(
  'Agrandie au-delà de ses pixels, une image paraît floue ou en escalier.',
  'Enlarged beyond its pixels, a picture looks soft or shows steps.',
)
const fix = text(
  'Fournissez une image plus grande, réduisez-la dans la page, ou dites de quelle distance on la lit (--distance).',
  'Provide a larger picture, make it smaller on the page, or say how far it is read from (--distance).',
)

export const imagePpi = {
  gwg: 'R0031',
  severity: 'error',
  title: text('les images ont assez de pixels', 'pictures have enough pixels'),
  why,
  fix,
  source: 'GWG 2022 R0031, D0018',
  *find(press, level) {
    yield* coarse(press, level, false)
  },
} as const satisfies GwgCheck

export const bitmapPpi = {
  gwg: 'R0032',
  severity: 'error',
  title: text('les images au trait ont assez de pixels', 'one-bit pictures have enough pixels'),
  why: text(
    'Sans demi-teintes pour l’adoucir, un trait montre ses marches.',
    'Without halftones to soften it, line art shows its steps.',
  ),
  fix,
  source: 'GWG 2022 R0032, D0018',
  *find(press, level) {
    yield* coarse(press, level, true)
  },
} as const satisfies GwgCheck
