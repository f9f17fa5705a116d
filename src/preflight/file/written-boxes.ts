// The boxes as written are those of the Sheet, to 0.01 mm.
import { text } from '../../model/diagnostic.ts'
import type { BoxName, Rect } from '../../pdf-reader/page.ts'
import type { PageExpectation } from './expectation.ts'
import { mm } from './place.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenBoxes = {
  severity: 'error',
  locked: true,
  title: text('les boîtes écrites sont exactes à 0,01 mm', 'boxes as written are exact to 0.01 mm'),
  why: text(
    'L’imprimeur coupe d’après ces boîtes, et d’après elles seules.',
    'The printer cuts by these boxes, and by them alone.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    for (const [index, sheet] of expected.pages.entries()) {
      const page = pdf.pages[index]
      if (!page) continue
      for (const [name, box] of boxesOf(sheet)) {
        const written = page.boxes[name]
        if (written && box.every((side, at) => Math.abs(side - (written[at] ?? 0) * POINT) <= EXACT)) continue
        yield {
          page: page.number,
          object: page.object,
          message: text(
            `${name} vaut ${show(written)} au lieu de ${box.map(side => side.toFixed(2)).join(' ')} mm`,
            `${name} is ${show(written)} instead of ${box.map(side => side.toFixed(2)).join(' ')} mm`,
          ),
        }
      }
    }
  },
} as const satisfies WrittenCheck

const POINT = 25.4 / 72
const EXACT = 0.01

/** Left, bottom, right, top in mm from the media's lower left corner, as PDF counts. */
function boxesOf({ width, height, bleed, slug }: PageExpectation): readonly (readonly [BoxName, Rect])[] {
  const left = slug[3] + bleed[3]
  const bottom = slug[2] + bleed[2]
  const media: Rect = [0, 0, left + width + bleed[1] + slug[1], bottom + height + bleed[0] + slug[0]]
  return [
    ['TrimBox', [left, bottom, left + width, bottom + height]],
    ['BleedBox', [slug[3], slug[2], media[2] - slug[1], media[3] - slug[0]]],
    ['MediaBox', media],
  ]
}

const show = (box: Rect | undefined): string => (box ? box.map(mm).join(' ') : '∅')
