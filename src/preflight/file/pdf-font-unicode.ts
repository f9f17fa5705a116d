// Text can be read back.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfFontUnicode = {
  severity: 'error',
  title: text(
    'le texte se relit : chaque dessin dit son caractère',
    'text can be read back: each outline tells its character',
  ),
  why: text(
    'Sans cela on ne peut ni chercher, ni vérifier, ni lire à voix haute le nom imprimé.',
    'Otherwise the printed name can be neither searched, checked nor read aloud.',
  ),
  fix: text('Réexportez avec une table ToUnicode.', 'Export with a ToUnicode table.'),
  source: 'ISO 32000-1 9.10 (house rule)',
  *find(pdf) {
    for (const { font, page, glyphs } of shownFonts(pdf)) {
      const silent = glyphs.filter(glyph => glyph.unicode === undefined)
      if (!font.toUnicode)
        yield {
          page,
          object: font.object,
          message: text(`police « ${font.name} » sans ToUnicode`, `font “${font.name}” without ToUnicode`),
        }
      else if (silent.length > 0)
        yield {
          page,
          object: font.object,
          message: text(
            `police « ${font.name} » : ${silent.length} dessin(s) sans caractère`,
            `font “${font.name}”: ${silent.length} glyph(s) without a character`,
          ),
        }
    }
  },
} as const satisfies FileCheck
