// Type 3 fonts are drawings, without hints.
import { text } from '../../model/diagnostic.ts'
import { shownFonts } from '../file/shown-fonts.ts'
import type { PressCheck } from './press-check.ts'

export const fontType3 = {
  severity: 'warning',
  title: text('aucune police n’est de type 3', 'no font is of type 3'),
  why: text(
    'Une police de type 3 est faite de dessins, parfois de points : ses lettres s’engraissent ou se crénellent.',
    'A Type 3 font is made of drawings, sometimes of pixels: its letters thicken or show steps.',
  ),
  fix: text(
    'Réexportez avec des polices OpenType ou TrueType, ou vectorisez le texte.',
    'Export again with OpenType or TrueType fonts, or outline the text.',
  ),
  source: 'ISO 32000-1 9.6.5',
  *find({ pdf }) {
    for (const { font, page } of shownFonts(pdf))
      if (font.subtype === 'Type3')
        yield {
          page,
          object: font.object,
          message: font.name
            ? text(`police « ${font.name} » de type 3`, `Type 3 font “${font.name}”`)
            : text('police sans nom, de type 3', 'unnamed Type 3 font'),
        }
  },
} as const satisfies PressCheck
