// Title and language as written.
import { text } from '../../model/diagnostic.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenTitle = {
  severity: 'error',
  locked: true,
  title: text(
    'le titre et la langue écrits sont ceux de la pièce',
    'title and language as written are those of the piece',
  ),
  why: text(
    'Le titre est ce que l’imprimeur lit sur son bon de travail, la langue ce qu’entend un lecteur d’écran.',
    'The title is what the printer reads on the job ticket, the language what a screen reader speaks.',
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
