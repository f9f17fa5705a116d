// The pixels of the images a file paints, and how many bytes of them there must be.
import { channelsOf } from '../../pdf-reader/color-space.ts'
import { asStream, type PdfDict, type PdfStream } from '../../pdf-reader/object.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export type ImageData = {
  readonly page: number
  readonly object: number
  readonly stream: PdfStream
  /** Name of the only filter; undefined when there are several or none. */
  readonly filter: string | undefined
  /** Bytes after the filter: rows, with a byte more for each under a PNG predictor. */
  readonly size: number
}

/** Each image and each soft mask once; inline images are read with the content. */
export function imageData(pdf: PdfDocument): ImageData[] {
  const images = new Map<number, ImageData>()
  const streams = new Map(pdf.all.flatMap(([number, value]) => [[asStream(value)?.dict, number] as const]))
  const add = (page: number, dict: PdfDict, channels: number): void => {
    const object = streams.get(dict)
    const stream = object === undefined ? null : pdf.objects.resolve({ kind: 'ref', number: object, generation: 0 })
    const image = asStream(stream)
    if (object !== undefined && image)
      images.set(object, { page, object, stream: image, ...expected(image, channels, pdf) })
  }
  for (const page of pdf.pages) {
    for (const item of page.painted) {
      if (item.kind !== 'image' || item.image === 0) continue
      if (item.space || item.fill) add(page.number, item.dict, item.space ? channelsOf(item.space) : 1)
      const mask = pdf.objects.stream(item.dict, 'SMask')
      if (mask) add(page.number, mask.dict, 1)
    }
  }
  return [...images.values()]
}

function expected(
  { dict, raw, number }: PdfStream,
  channels: number,
  { objects }: PdfDocument,
): Pick<ImageData, 'filter' | 'size'> {
  const field = (key: string): number => objects.number(dict, key) ?? 0
  const steps = objects.filters({ kind: 'stream', dict, raw, number })
  const [step] = steps
  const bits = objects.get(dict, 'ImageMask') === true ? 1 : field('BitsPerComponent')
  const row = Math.ceil((field('Width') * channels * bits) / 8)
  const tagged = (objects.number(step?.parms, 'Predictor') ?? 1) >= 10 ? 1 : 0
  return { filter: steps.length === 1 ? step?.name : undefined, size: (row + tagged) * field('Height') }
}
