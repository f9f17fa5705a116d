// The file as written has the faces of the piece.
import { text } from '../../model/diagnostic.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenPages = {
  severity: 'error',
  locked: true,
  title: text('le PDF écrit a une page par face', 'the PDF as written has one page for each face'),
  why: text(
    'Une page en trop ou en moins, et le verso part au recto.',
    'One page too many or too few, and the back is printed on the front.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    const [got, wanted] = [pdf.pages.length, expected.pages.length]
    if (got !== wanted)
      yield {
        message: text(`${got} page(s) écrite(s), ${wanted} attendue(s)`, `${got} page(s) written, ${wanted} expected`),
      }
  },
} as const satisfies WrittenCheck
