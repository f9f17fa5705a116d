// As many drill holes as the piece has.
import { text } from '../../model/diagnostic.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import { plateOf } from './plate-items.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenHoles = {
  severity: 'error',
  locked: true,
  title: text('tous les trous sont sur la plaque de perçage', 'every hole is on the drilling plate'),
  why: text('Un trou oublié, et la plaque ne se fixe pas.', 'One hole forgotten, and the plaque cannot be fixed.'),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    for (const [index, { holes }] of expected.pages.entries()) {
      const page = pdf.pages[index]
      if (!page || holes === undefined) continue
      const drilled = drilledIn(page, pdf, expected.plates.drill)
      if (drilled !== holes)
        yield {
          page: page.number,
          message: text(
            `${drilled} trou(s) écrit(s), ${holes} attendu(s)`,
            `${drilled} hole(s) written, ${holes} expected`,
          ),
        }
    }
  },
} as const satisfies WrittenCheck

const drilledIn = (page: PdfPage, pdf: PdfDocument, ink: string): number =>
  page.painted.reduce((sum, item) => sum + (item.kind === 'path' && isDrilled(item, pdf, ink) ? item.subpaths : 0), 0)

/** A file without layers says it by the ink alone. */
const isDrilled = (item: Painted, pdf: PdfDocument, ink: string): boolean =>
  pdf.layers.layers.length > 0
    ? plateOf(item, pdf)?.step?.type === 'Drilling'
    : paintsOf(item).some(({ space }) => space.family === 'Separation' && space.name === ink)
