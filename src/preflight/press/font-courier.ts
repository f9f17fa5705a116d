// Courier is what programs put in place of a font they lost.
import { text } from '../../model/diagnostic.ts'
import { shownFonts } from '../file/shown-fonts.ts'
import type { GwgCheck } from './press-check.ts'

export const fontCourier = {
  gwg: 'R0014',
  severity: 'warning',
  title: text('aucun texte n’est en Courier', 'no text is in Courier'),
  why: text(
    'Courier remplace souvent, sans le dire, une police que le logiciel n’a pas trouvée.',
    'Courier often stands, unsaid, for a font the program did not find.',
  ),
  fix: text(
    'Vérifiez que Courier est voulu ; sinon, installez la police et réexportez.',
    'Make sure that Courier is meant; if not, install the font and export again.',
  ),
  source: 'GWG 2022 R0014',
  *find({ pdf }) {
    for (const { font, page } of shownFonts(pdf))
      if (/courier/i.test(font.name))
        yield { page, object: font.object, message: text(`police « ${font.name} »`, `font “${font.name}”`) }
  },
} as const satisfies GwgCheck
