// Fonts are cut to what is shown.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfFontSubset = {
  severity: 'error',
  title: text('les polices sont réduites aux caractères employés', 'fonts are cut to the characters used'),
  why: text(
    'Une police entière alourdit le fichier et en donne une copie à qui le reçoit.',
    'A whole font makes the file heavy and gives a copy to whoever receives it.',
  ),
  fix: text('Exportez avec des sous-ensembles de polices.', 'Export with font subsets.'),
  source: 'ISO 32000-1 9.6.4 (house rule)',
  *find(pdf) {
    for (const { font, page } of shownFonts(pdf))
      if (font.embedded && font.embedded !== 'procedures' && !font.subset)
        yield {
          page,
          object: font.object,
          message: text(`police « ${font.name} » incorporée entière`, `font “${font.name}” embedded whole`),
        }
  },
} as const satisfies FileCheck
