// Blend modes.
import { text } from '../../model/diagnostic.ts'
import { asName } from '../../pdf-reader/object.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxBlendMode = {
  severity: 'error',
  title: text('les modes de fusion sont ceux de PDF 1.6', 'blend modes are those of PDF 1.6'),
  why: text('Un mode inconnu s’imprime comme s’il n’existait pas.', 'An unknown mode prints as if it were not there.'),
  fix: text('Choisissez un mode de fusion usuel.', 'Choose a usual blend mode.'),
  source: 'ISO 15930-7:2010 6.20; ISO 32000-1 11.3.5',
  standards: ['x4'],
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { value, object } of page.states) {
        const mode = pdf.objects.get(value, 'BM')
        const names = (pdf.objects.items(mode) ?? [mode]).map(asName).filter(name => name !== undefined)
        for (const name of names.filter(item => !MODES.has(item)))
          yield { page: page.number, object, message: text(`mode de fusion « ${name} »`, `blend mode “${name}”`) }
      }
    }
  },
} as const satisfies FileCheck

const MODES: ReadonlySet<string> = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
)
