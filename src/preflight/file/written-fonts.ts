// Fonts as written: live text has some, outlined text has none.
import { text } from '../../model/diagnostic.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenFonts = {
  severity: 'error',
  locked: true,
  title: text('le texte est vivant, ou vectorisé si on l’a demandé', 'text is live, or outlined when asked for'),
  why: text(
    'Un imprimeur qui exige des tracés refuse un fichier où il reste une police.',
    'A printer who wants outlines refuses a file where a font is left.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    for (const [index, { texts, outlined }] of expected.pages.entries()) {
      const page = pdf.pages[index]
      if (!page) continue
      const [font] = page.fonts
      if (outlined && font)
        yield {
          page: page.number,
          object: font.object,
          message: text(`police « ${font.name} » dans un fichier vectorisé`, `font “${font.name}” in an outlined file`),
        }
      const seen = page.painted.some(item => item.kind === 'text' && item.mode !== INVISIBLE)
      if (!outlined && !seen && texts.some(line => line.trim()))
        yield { page: page.number, message: text('aucun texte visible', 'no visible text') }
    }
  },
} as const satisfies WrittenCheck

/** Text rendering mode (ISO 32000-1 table 106). */
const INVISIBLE = 3
