// Widths in the file and in the font.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfFontWidths = {
  severity: 'error',
  title: text('les largeurs annoncées sont celles de la police', 'declared widths are those of the font'),
  why: text(
    'Sinon les lettres se chevauchent ou s’écartent d’un lecteur à l’autre.',
    'Otherwise letters overlap or drift apart between readers.',
  ),
  fix: text('Réexportez depuis un logiciel à jour.', 'Export from an up-to-date program.'),
  source: 'ISO 15930-7:2010 6.5; ISO 32000-1 9.2.4',
  *find(pdf) {
    for (const { font, page, glyphs } of shownFonts(pdf)) {
      const wrong = glyphs.filter(({ glyph, width, notdef }) => {
        const real = glyph === undefined || notdef ? undefined : font.program?.advance(glyph)
        return real !== undefined && Math.abs(real - width) > 1
      })
      const [first] = wrong
      if (first)
        yield {
          page,
          object: font.object,
          message: text(
            `police « ${font.name} » : ${wrong.length} largeur(s) fausse(s), dont ${first.unicode ?? first.code}`,
            `font “${font.name}”: ${wrong.length} wrong width(s), such as ${first.unicode ?? first.code}`,
          ),
        }
    }
  },
} as const satisfies FileCheck
