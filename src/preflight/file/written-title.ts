// Title and language as written.
import { text } from '../../model/diagnostic.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenTitle = {
  severity: 'error',
  locked: true,
  title: text(
    'le titre, la description et la langue écrits sont ceux de la pièce',
    'title, description and language as written are those of the piece',
  ),
  why: text(
    'L’imprimeur lit sur son bon de travail l’ordre des encres et le miroir ; un lecteur d’écran suit la langue.',
    'The printer reads the order of inks and the mirror on the job ticket; a screen reader follows the language.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    const title = pdf.info.title ?? ''
    if (title !== expected.title)
      yield {
        message: text(
          `titre « ${title} » au lieu de « ${expected.title} »`,
          `title “${title}” instead of “${expected.title}”`,
        ),
      }
    const description = pdf.info.subject ?? ''
    if (description !== expected.description)
      yield {
        message: text(
          `description « ${description} » au lieu de « ${expected.description} »`,
          `description “${description}” instead of “${expected.description}”`,
        ),
      }
    const lang = pdf.lang ?? ''
    if (lang !== expected.lang)
      yield {
        message: text(
          `langue « ${lang} » au lieu de « ${expected.lang} »`,
          `language “${lang}” instead of “${expected.lang}”`,
        ),
      }
  },
} as const satisfies WrittenCheck
