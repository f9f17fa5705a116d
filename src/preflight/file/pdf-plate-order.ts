// Technical plates come last.
import { text } from '../../model/diagnostic.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { overlaps, printedBox } from './place.ts'
import { plateItems } from './plate-items.ts'

export const pdfPlateOrder = {
  severity: 'error',
  title: text('les plaques techniques sont peintes après l’image', 'technical plates are painted after the art'),
  why: text(
    'Peinte dessous, une plaque est effacée par l’image qui la recouvre.',
    'Painted below, a plate is erased by the art that covers it.',
  ),
  fix: text('Placez les calques techniques au-dessus des autres.', 'Put technical layers above the others.'),
  source: 'ISO 19593-1:2018 6.3 (house rule)',
  *find(pdf) {
    for (const page of pdf.pages) {
      const plates = new Set(plateItems(page, pdf).map(({ item }) => item))
      const first = page.painted.findIndex(item => plates.has(item))
      if (first < 0) continue
      const printed = printedBox(page)
      const late = page.painted.slice(first).find(item => isArt(item, printed) && !plates.has(item))
      if (late)
        yield {
          page: page.number,
          object: late.object,
          message: text('image peinte après une plaque technique', 'art painted after a technical plate'),
        }
    }
  },
} as const satisfies FileCheck

/** Registration marks have a rule of their own. */
const isArt = (item: Painted, printed: Rect): boolean =>
  item.context === 'page' &&
  item.bounds !== undefined &&
  overlaps(item.bounds, printed) &&
  !paintsOf(item).every(({ space }) => space.family === 'Separation' && space.name === 'All')
