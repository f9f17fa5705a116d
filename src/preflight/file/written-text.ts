// Every text of the Sheet can be read in the file.
import { text } from '../../model/diagnostic.ts'
import { compareTexts } from './compare-texts.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenText = {
  severity: 'error',
  locked: true,
  title: text(
    'tous les textes de la pièce se relisent dans le PDF',
    'every text of the piece can be read back from the PDF',
  ),
  why: text(
    'Un mot perdu entre la mise en page et le fichier ne se verrait qu’une fois imprimé.',
    'A word lost between layout and file would only be seen once printed.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    for (const [index, { texts, outlined }] of expected.pages.entries()) {
      const page = pdf.pages[index]
      if (!page) continue
      const { missing, left } = compareTexts(outlined ? [] : texts, page.texts)
      for (const lost of missing)
        yield { page: page.number, message: text(`texte absent : « ${lost} »`, `text missing: “${lost}”`) }
      if (missing.length === 0 && left)
        yield { page: page.number, message: text(`texte en trop : « ${left} »`, `text in excess: “${left}”`) }
    }
  },
} as const satisfies WrittenCheck
