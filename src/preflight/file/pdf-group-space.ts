// Where transparency is blended.
import { text } from '../../model/diagnostic.ts'
import type { Painted } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { intentSpace } from './pdfx-intent.ts'

export const pdfGroupSpace = {
  severity: 'error',
  title: text('la transparence se mélange dans les encres de la presse', 'transparency is blended in the press’s inks'),
  why: text(
    'Mélangée ailleurs, elle change de couleur, et un RIP peut convertir toute la page.',
    'Blended elsewhere it changes colour, and a RIP may convert the whole page.',
  ),
  fix: text('Choisissez « espace de fusion : CMJN du document ».', 'Choose “blend space: document CMYK”.'),
  source: 'ISO 15930-7:2010 6.20; GWG 2022 R0030',
  standards: ['x4'],
  *find(pdf) {
    if (intentSpace(pdf) !== 'CMYK') return
    for (const page of pdf.pages) {
      const here = { page: page.number, object: page.object }
      if (page.painted.some(isTransparent) && !page.groups.some(group => group.of === 'page'))
        yield { ...here, message: text('page sans groupe de transparence', 'page without a transparency group') }
      for (const { space, of, object } of page.groups) {
        const family = space?.family ?? 'absent'
        if (family === 'DeviceCMYK' || family === 'DeviceRGB' || (of === 'mask' && family === 'DeviceGray')) continue
        // A group within the page may leave its space to the page's (ISO 32000-1 table 147).
        if (of === 'form' && !space) continue
        yield {
          page: page.number,
          object,
          message: text(`groupe en ${family} au lieu de DeviceCMYK`, `group in ${family} instead of DeviceCMYK`),
        }
      }
    }
  },
} as const satisfies FileCheck

const isTransparent = (item: Painted): boolean =>
  item.groups > 0 ||
  item.softMask ||
  item.alphaFill < 1 ||
  item.alphaStroke < 1 ||
  !['Normal', 'Compatible'].includes(item.blend)
