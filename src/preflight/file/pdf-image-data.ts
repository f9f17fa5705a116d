// Pixels that are all there.
import { createHash } from 'node:crypto'
import { type Text, text } from '../../model/diagnostic.ts'
import { measureInflated } from '../../pdf-reader/inflate.ts'
import { createLru } from '../../text/lru.ts'
import type { FileCheck } from './file-check.ts'
import { imageData } from './image-data.ts'

export const pdfImageData = {
  severity: 'error',
  locked: true,
  title: text('les images sont entières', 'pictures are whole'),
  why: text(
    'Une image tronquée s’imprime grise ou décalée à partir de la ligne perdue.',
    'A truncated picture prints gray or shifted from the lost row on.',
  ),
  fix: text(
    'Réexportez le document ; vérifiez l’image d’origine.',
    'Export the document again; check the original picture.',
  ),
  source: 'ISO 32000-1 8.9.5',
  *find(pdf) {
    let left = MOST
    for (const { page, object, stream, filter, size } of imageData(pdf)) {
      const mistake =
        size > left
          ? text('image trop grande pour être vérifiée', 'picture too large to be verified')
          : mistakeOf(stream.raw, filter, size)
      if (filter === 'FlateDecode') left -= size
      if (mistake) yield { page, object, message: mistake }
    }
  },
} as const satisfies FileCheck

/** Bytes of pixels gone through in one file: several posters of 1200 × 1760 mm at 150 dpi. */
const MOST = 2_000_000_000

/** The same picture comes back in every file of a batch, byte for byte: its digest takes a fiftieth of going through it. */
const measures = createLru<ReturnType<typeof measureInflated>>(200)

const measure = (raw: Uint8Array, size: number): ReturnType<typeof measureInflated> =>
  measures(`${size} ${createHash('sha256').update(raw).digest('hex')}`, () => measureInflated(raw, size))

function mistakeOf(raw: Uint8Array, filter: string | undefined, size: number): Text | undefined {
  if (filter === 'DCTDecode')
    return isWholeJpeg(raw) ? undefined : text('image JPEG tronquée', 'truncated JPEG picture')
  if (filter !== 'FlateDecode') return undefined
  const measured = measure(raw, size)
  if (measured.damage !== undefined)
    return text(`image illisible (${measured.damage})`, `unreadable picture (${measured.damage})`)
  return measured.size === size
    ? undefined
    : text(
        `${measured.size > size ? 'plus de' : `${measured.size} sur`} ${size} octets de pixels`,
        `${measured.size > size ? 'more than' : `${measured.size} of`} ${size} bytes of pixels`,
      )
}

/** From the start of image to the end of image marker (ITU T.81 B.1.1.3). */
const isWholeJpeg = (raw: Uint8Array): boolean =>
  raw[0] === 0xff &&
  raw[1] === 0xd8 &&
  raw.subarray(-32).some((byte, at, tail) => byte === 0xff && tail[at + 1] === 0xd9)
