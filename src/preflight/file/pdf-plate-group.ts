// Technical plates stay out of transparency.
import { text } from '../../model/diagnostic.ts'
import type { Painted } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { plateItems } from './plate-items.ts'

export const pdfPlateGroup = {
  severity: 'error',
  title: text(
    'les plaques techniques sont hors de toute transparence',
    'technical plates are outside any transparency',
  ),
  why: text(
    'Dans un groupe, la surimpression ne joue plus et la plaque peut disparaître.',
    'Inside a group overprint no longer works and the plate may vanish.',
  ),
  fix: text(
    'Sortez le calque du groupe, sans opacité, masque ni mode de fusion.',
    'Take the layer out of the group, without opacity, mask or blend mode.',
  ),
  source: 'ISO 32000-1 11.7.4; ISO 19593-1:2018 6.3 (house rule)',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { item, layer } of plateItems(page, pdf))
        if (isTransparent(item))
          yield {
            page: page.number,
            object: item.object,
            message: text(
              `calque « ${layer.name} » dans une transparence`,
              `layer “${layer.name}” inside transparency`,
            ),
          }
  },
} as const satisfies FileCheck

const isTransparent = (item: Painted): boolean =>
  item.groups > 0 ||
  item.softMask ||
  item.alphaFill < 1 ||
  item.alphaStroke < 1 ||
  !['Normal', 'Compatible'].includes(item.blend)
