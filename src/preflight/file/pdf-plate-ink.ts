// Technical plates are spot inks.
import { text } from '../../model/diagnostic.ts'
import type { ColorSpace } from '../../pdf-reader/color-space.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { plateItems } from './plate-items.ts'

export const pdfPlateInk = {
  severity: 'error',
  title: text(
    'une plaque technique s’imprime dans un ton direct à elle',
    'a technical plate prints in a spot ink of its own',
  ),
  why: text(
    'Un tracé de découpe en CMJN s’imprime au lieu d’être coupé.',
    'A cut line in CMYK is printed instead of being cut.',
  ),
  fix: text(
    'Donnez au tracé le ton direct que demande l’imprimeur.',
    'Give the line the spot ink the printer asks for.',
  ),
  source: 'ISO 19593-1:2018 6',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { item, layer } of plateItems(page, pdf)) {
        const other = paintsOf(item).find(({ space }) => space.family !== 'Separation' || PROCESS.includes(space.name))
        const image = item.kind === 'image' && !item.fill && !item.space
        if (other || image)
          yield {
            page: page.number,
            object: item.object,
            message: text(
              `calque « ${layer.name} » : ${other ? nameOf(other.space) : 'image'} au lieu d’un ton direct`,
              `layer “${layer.name}”: ${other ? nameOf(other.space) : 'image'} instead of a spot ink`,
            ),
          }
      }
    }
  },
} as const satisfies FileCheck

const PROCESS: readonly string[] = ['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']

const nameOf = (space: ColorSpace): string => ('name' in space ? space.name : space.family)
