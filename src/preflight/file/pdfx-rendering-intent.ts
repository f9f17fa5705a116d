// Names of rendering intents.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxRenderingIntent = {
  severity: 'error',
  title: text(
    'le mode de rendu est l’un des quatre modes connus',
    'the rendering intent is one of the four known ones',
  ),
  why: text('Un nom inconnu laisse le RIP choisir.', 'An unknown name lets the RIP choose.'),
  fix: text(
    'Choisissez un mode de rendu usuel (colorimétrie relative).',
    'Choose a usual rendering intent (relative colorimetric).',
  ),
  source: 'ISO 15930-7:2010 6.23',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { value, object } of page.intents)
        if (!KNOWN.includes(value))
          yield {
            page: page.number,
            object,
            message: text(`mode de rendu « ${value} »`, `rendering intent “${value}”`),
          }
  },
} as const satisfies FileCheck

const KNOWN: readonly string[] = ['AbsoluteColorimetric', 'RelativeColorimetric', 'Perceptual', 'Saturation']
