// Reads QR codes in pixels, with ZXing. The same pixels are read once.
import { createHash } from 'node:crypto'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** What a code says; `mirrored` when only a reader that tries mirrors could tell. */
export type QrReading = { readonly text: string; readonly mirrored: boolean }

/** 8-bit RGB. */
export type QrPixels = { readonly width: number; readonly height: number; readonly data: Uint8Array }

export type QrReader = (pixels: QrPixels) => Promise<readonly QrReading[]>

/** Readings kept: a batch of ten thousand kits repeats the codes of its last kits, not those of its first. */
const KEPT = 1000

let engine: Promise<unknown> | undefined

/** @param wasm the bytes of `zxing-wasm/reader/zxing_reader.wasm`; the engine starts once per process */
export function qrReader(wasm: Uint8Array): QrReader {
  const known = new Map<string, Promise<readonly QrReading[]>>()
  return pixels => {
    const key = `${pixels.width} ${createHash('sha256').update(pixels.data).digest('base64')}`
    const before = known.get(key)
    if (before) return before
    if (known.size >= KEPT) known.clear()
    const reading = read(wasm, pixels)
    known.set(key, reading)
    return reading
  }
}

async function read(wasm: Uint8Array, pixels: QrPixels): Promise<readonly QrReading[]> {
  engine ??= prepareZXingModule({ overrides: { wasmBinary: wasm.slice().buffer }, fireImmediately: true })
  await engine
  const found = await readBarcodes(imageData(pixels), {
    formats: ['QRCode'],
    tryInvert: false,
    tryDownscale: false,
    maxNumberOfSymbols: 8,
    textMode: 'Plain',
  })
  return found.filter(({ isValid }) => isValid).map(({ text, isMirrored }) => ({ text, mirrored: isMirrored }))
}

function imageData({ width, height, data }: QrPixels) {
  const rgba = new Uint8Array(width * height * 4)
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = data[from] ?? 0
    rgba[to + 1] = data[from + 1] ?? 0
    rgba[to + 2] = data[from + 2] ?? 0
    rgba[to + 3] = 255
  }
  return { data: new Uint8ClampedArray(rgba.buffer), width, height }
}
