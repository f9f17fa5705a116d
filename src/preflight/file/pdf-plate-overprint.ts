// Technical plates leave the art under them.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { overprints } from './overprints.ts'
import { plateItems } from './plate-items.ts'

export const pdfPlateOverprint = {
  severity: 'error',
  title: text('les plaques techniques sont en surimpression', 'technical plates overprint'),
  why: text(
    'Sans surimpression, le blanc ou le tracé troue l’image dessous.',
    'Without overprint, white or the cut line knocks a hole in the art below.',
  ),
  fix: text(
    'Mettez fond et contour du calque en surimpression (OPM 1).',
    'Set fill and stroke of the layer to overprint (OPM 1).',
  ),
  source: 'ISO 19593-1:2018 6.3; GWG 2022 R0013',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { item, layer } of plateItems(page, pdf))
        if (!overprints(item))
          yield {
            page: page.number,
            object: item.object,
            message: text(`calque « ${layer.name} » sans surimpression`, `layer “${layer.name}” without overprint`),
          }
  },
} as const satisfies FileCheck
