// The JPEGs of a file, decoded to the samples that a PDF means: as written, whatever Adobe's marker says of their inks.
import type { PdfStream } from '../../../pdf-reader/object.ts'
import { asStream } from '../../../pdf-reader/object.ts'
import type { Objects } from '../../../pdf-reader/objects.ts'
import type { PaintedImage } from '../../../pdf-reader/painted.ts'
import type { PdfDocument } from '../../../pdf-reader/read-pdf.ts'
import { isJpegStream, type Samples } from './samples.ts'

export type Jpegs = ReadonlyMap<PdfStream, Samples>

/** Samples a point of the page: four a millimetre, twice the grain at which ink is looked at. */
const DENSITY = (4 * 25.4) / 72

/** On one side, of a poster. */
const MOST_SAMPLES = 4000

/** Of one picture, and of all those of a file. */
const MOST_PIXELS = 200_000_000
const MOST_IN_ALL = 1_000_000_000

type Wanted = { readonly width: number; readonly height: number }

/** Sharp is opened only for a file that has a JPEG. */
export async function openJpegs(pdf: PdfDocument, pages: number): Promise<Jpegs> {
  const wanted = wantedIn(pdf, pages)
  const jpegs = new Map<PdfStream, Samples>()
  let left = MOST_IN_ALL
  for (const [stream, size] of wanted) {
    const pixels = pixelsOf(stream, pdf.objects)
    if (pixels > MOST_PIXELS || pixels > left) continue
    left -= pixels
    const samples = await decode(stream, size, pdf.objects).catch(() => undefined)
    if (samples) jpegs.set(stream, samples)
  }
  return jpegs
}

const pixelsOf = ({ dict }: PdfStream, objects: Objects): number =>
  (objects.number(dict, 'Width') ?? 0) * (objects.number(dict, 'Height') ?? 0)

/** Each JPEG once, at the size of its largest use. */
function wantedIn(pdf: PdfDocument, pages: number): ReadonlyMap<PdfStream, Wanted> {
  const wanted = new Map<PdfStream, Wanted>()
  const pictures = pdf.pages.slice(0, pages).flatMap(({ painted }) => painted.filter(item => item.kind === 'image'))
  for (const item of pictures)
    for (const stream of [item.stream, asStream(pdf.objects.get(item.dict, 'SMask'))]) {
      if (!stream || !isJpegStream(stream, pdf.objects)) continue
      const { width = 0, height = 0 } = wanted.get(stream) ?? {}
      const [across, down] = sizeOf(item)
      wanted.set(stream, { width: Math.max(width, across), height: Math.max(height, down) })
    }
  return wanted
}

/** Samples that its place on the page is worth. */
export function sizeOf({ matrix: [a, b, c, d] }: PaintedImage): readonly [number, number] {
  const size = (x: number, y: number): number =>
    Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(Math.hypot(x, y) * DENSITY)))
  return [size(a, b), size(c, d)]
}

async function decode(stream: PdfStream, wanted: Wanted, objects: Objects): Promise<Samples | undefined> {
  const transform = objects.number(objects.filters(stream).at(-1)?.parms, 'ColorTransform')
  const jpeg = headOf(objects.decode(stream).bytes)
  // The JPEG library takes three colours without a marker for a luma and two chromas; this says that they are not.
  if (!jpeg || (transform === 0 && !jpeg.adobe && jpeg.channels === 3)) return undefined
  const { default: sharp } = await import('sharp')
  let image = sharp(jpeg.bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, ignoreIcc: true })
  const space = jpeg.channels === 4 ? 'cmyk' : jpeg.channels === 1 ? 'b-w' : 'srgb'
  if (space === 'cmyk') image = image.pipelineColourspace('cmyk')
  const { width: across = 0, height: down = 0 } = await image.metadata()
  const [width, height] = [Math.min(across, wanted.width), Math.min(down, wanted.height)]
  const { data, info } = await image
    .toColourspace(space)
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  if (channels !== jpeg.channels) return undefined
  // With Adobe's marker the library turns the inks over; a PDF has them as written, and says so by its Decode.
  const flip = channels === 4 && jpeg.adobe ? 255 : 0
  return {
    width,
    height,
    channels,
    highest: 255,
    at: (x, y, channel) => Math.abs(flip - (data[(y * width + x) * channels + channel] ?? 0)),
  }
}

type Head = { readonly bytes: Uint8Array; readonly channels: number; readonly adobe: boolean }

const SCAN = 0xda

/** What the segments before the scan say (ITU-T T.81 B.2); 8 bits a sample only. */
function headOf(bytes: Uint8Array): Head | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let adobe = false
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === SCAN) return undefined
    if (marker === 0xee && Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe') adobe = true
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) {
      // Adobe's marker comes before the frame in every file of theirs; one after it is looked for too.
      const channels = bytes[at + 9] ?? 0
      return bytes[at + 4] === 8 && [1, 3, 4].includes(channels)
        ? { bytes, channels, adobe: adobe || hasAdobe(bytes, at) }
        : undefined
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function hasAdobe(bytes: Uint8Array, from: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 10 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== SCAN; ) {
    if (bytes[at + 1] === 0xee && Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe')
      return true
    at += 2 + view.getUint16(at + 2)
  }
  return false
}
