// Technical plates are solid.
import { text } from '../../model/diagnostic.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { plateItems } from './plate-items.ts'

export const pdfPlateTint = {
  severity: 'error',
  title: text('les plaques techniques sont à 100 %', 'technical plates are at 100 %'),
  why: text(
    'Un tracé tramé n’est pas reconnu par la table de découpe, un blanc tramé couvre mal.',
    'A screened line is not recognised by the cutter, a screened white covers poorly.',
  ),
  fix: text('Mettez la teinte à 100 %.', 'Set the tint to 100 %.'),
  source: 'ISO 19593-1:2018 6.3 (house rule)',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { item, layer } of plateItems(page, pdf)) {
        const tint = paintsOf(item).find(({ components }) => components.length === 1 && components[0] !== 1)
          ?.components[0]
        if (tint !== undefined && item.kind !== 'image')
          yield {
            page: page.number,
            object: item.object,
            message: text(
              `calque « ${layer.name} » à ${Math.round(tint * 100)} %`,
              `layer “${layer.name}” at ${Math.round(tint * 100)} %`,
            ),
          }
      }
    }
  },
} as const satisfies FileCheck
