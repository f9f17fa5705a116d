// Page boxes lie inside one another.
import { text } from '../../model/diagnostic.ts'
import type { BoxName, Rect } from '../../pdf-reader/page.ts'
import type { FileCheck } from './file-check.ts'
import { contains } from './place.ts'

export const pdfxBoxNesting = {
  severity: 'error',
  locked: true,
  title: text('format fini ⊆ fond perdu ⊆ support', 'trim ⊆ bleed ⊆ media'),
  why: text(
    'Une boîte qui dépasse de l’autre fait couper ou décaler la pièce.',
    'A box that sticks out of another gets the piece cut or shifted.',
  ),
  fix: text(
    'Réexportez avec un fond perdu, et un support au moins aussi grand.',
    'Export with a bleed, on a media at least as large.',
  ),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 14.11.2',
  *find(pdf) {
    for (const { number, object, boxes } of pdf.pages) {
      for (const [inner, outer] of PAIRS) {
        const [small, large] = [boxes[inner], boxes[outer]]
        if (small && large && !contains(large, small))
          yield {
            page: number,
            object,
            message: text(`${inner} dépasse de ${outer}`, `${inner} sticks out of ${outer}`),
          }
      }
      const empty = NAMES.filter(name => isEmpty(boxes[name]))
      for (const name of empty) yield { page: number, object, message: text(`${name} vide`, `${name} empty`) }
      if (!boxes.MediaBox) yield { page: number, object, message: text('MediaBox absente', 'MediaBox absent') }
    }
  },
} as const satisfies FileCheck

const PAIRS: readonly (readonly [BoxName, BoxName])[] = [
  ['TrimBox', 'BleedBox'],
  ['TrimBox', 'MediaBox'],
  ['ArtBox', 'BleedBox'],
  ['ArtBox', 'MediaBox'],
  ['BleedBox', 'MediaBox'],
  ['CropBox', 'MediaBox'],
  ['TrimBox', 'CropBox'],
]

const NAMES: readonly BoxName[] = ['MediaBox', 'BleedBox', 'TrimBox', 'ArtBox']

const isEmpty = (box: Rect | undefined): boolean => box !== undefined && (box[2] <= box[0] || box[3] <= box[1])
