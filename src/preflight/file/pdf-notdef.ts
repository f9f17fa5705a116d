// The glyph of missing glyphs.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfNotdef = {
  severity: 'error',
  locked: true,
  title: text('aucun caractère manquant n’est imprimé', 'no missing character is printed'),
  why: text(
    'Un carré vide à la place d’une lettre se voit de loin sur une façade.',
    'An empty box in place of a letter shows from afar on a front.',
  ),
  fix: text('Choisissez une police qui a ce caractère.', 'Choose a font that has the character.'),
  source: 'ISO 15930-7:2010 6.5 (house rule)',
  *find(pdf) {
    for (const { font, page, glyphs } of shownFonts(pdf))
      if (glyphs.some(glyph => glyph.notdef))
        yield {
          page,
          object: font.object,
          message: text(
            `la police « ${font.name} » montre un caractère manquant (.notdef)`,
            `font “${font.name}” shows a missing character (.notdef)`,
          ),
        }
  },
} as const satisfies FileCheck
