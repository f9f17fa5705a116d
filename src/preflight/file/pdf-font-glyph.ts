// The letters are really in the font.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfFontGlyph = {
  severity: 'error',
  locked: true,
  title: text('chaque lettre employée a son dessin dans la police', 'each letter used has its outline in the font'),
  why: text(
    'Un sous-ensemble auquel il manque une lettre imprime un blanc.',
    'A subset that lacks a letter prints a blank.',
  ),
  fix: text('Réexportez depuis un logiciel à jour.', 'Export from an up-to-date program.'),
  source: 'ISO 15930-7:2010 6.5 (house rule)',
  *find(pdf) {
    for (const { font, page, glyphs } of shownFonts(pdf)) {
      const lost = glyphs.filter(({ glyph, unicode }) => {
        const drawn = glyph === undefined ? undefined : font.program?.drawn(glyph)
        return drawn === false && unicode !== undefined && VISIBLE.test(unicode)
      })
      const names = lost.map(glyph => glyph.unicode ?? '').join(' ')
      if (lost.length > 0)
        yield {
          page,
          object: font.object,
          message: text(
            `police « ${font.name} » : pas de dessin pour ${names}`,
            `font “${font.name}”: no outline for ${names}`,
          ),
        }
    }
  },
} as const satisfies FileCheck

/** Letters, figures, punctuation and symbols; spaces, marks of direction and joiners draw nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
