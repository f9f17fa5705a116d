// No crop box.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { TOLERANCE } from './place.ts'

export const pdfCropBox = {
  severity: 'error',
  title: text('pas de boîte de recadrage', 'no crop box'),
  why: text(
    'Elle cache une partie de la page à l’écran sans rien changer à l’impression : on valide autre chose.',
    'It hides part of the page on screen and changes nothing in print: something else gets approved.',
  ),
  fix: text('Exportez sans CropBox, ou égale au support.', 'Export without a CropBox, or with one equal to the media.'),
  source: 'GWG 2022 R0003',
  *find(pdf) {
    for (const { number, object, boxes } of pdf.pages) {
      const { CropBox, MediaBox } = boxes
      if (CropBox && MediaBox && !CropBox.every((side, index) => Math.abs(side - (MediaBox[index] ?? 0)) < TOLERANCE))
        yield { page: number, object, message: text('CropBox différente de MediaBox', 'CropBox other than MediaBox') }
    }
  },
} as const satisfies FileCheck
