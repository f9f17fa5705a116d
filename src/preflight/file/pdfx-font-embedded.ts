// Fonts travel with the file.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfxFontEmbedded = {
  severity: 'error',
  locked: true,
  title: text('chaque police visible est dans le fichier', 'each visible font is in the file'),
  why: text(
    'Une police absente est remplacée : le nom change de dessin et déborde.',
    'A missing font is replaced: the name changes shape and overflows.',
  ),
  fix: text(
    'Réexportez en incorporant les polices, ou vectorisez le texte.',
    'Export with fonts embedded, or outline the text.',
  ),
  source: 'ISO 15930-7:2010 6.5',
  *find(pdf) {
    for (const { font, page } of shownFonts(pdf))
      if (!font.embedded)
        yield {
          page,
          object: font.object,
          message: text(`police « ${font.name} » non incorporée`, `font “${font.name}” not embedded`),
        }
  },
} as const satisfies FileCheck
