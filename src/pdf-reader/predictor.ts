// PNG and TIFF predictors after Flate and LZW (ISO 32000-1 7.4.4.4).
import type { Decoded } from './inflate.ts'

export type PredictorParms = {
  readonly predictor: number
  readonly colors: number
  readonly bits: number
  readonly columns: number
}

export function unpredict(data: Uint8Array, { predictor, colors, bits, columns }: PredictorParms): Decoded {
  if (predictor < 2) return { bytes: data }
  const sane = colors >= 1 && colors <= 32 && [1, 2, 4, 8, 16].includes(bits) && columns >= 1 && columns <= 1e6
  if (!sane) return { bytes: data, damage: 'predictor' }
  const rowBytes = Math.ceil((colors * bits * columns) / 8)
  const pixelBytes = Math.max(1, Math.floor((colors * bits) / 8))
  if (predictor === 2) return tiff(data, rowBytes, colors, bits)
  return png(data, rowBytes, pixelBytes)
}

function tiff(data: Uint8Array, rowBytes: number, colors: number, bits: number): Decoded {
  if (bits !== 8 && bits !== 16) return { bytes: data, damage: 'TIFF predictor' }
  const out = Uint8Array.from(data)
  const step = (colors * bits) / 8
  for (let row = 0; row < out.length; row += rowBytes) {
    const end = Math.min(row + rowBytes, out.length)
    for (let at = row + step; at < end; at += bits / 8) {
      if (bits === 8) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0)
      else {
        const sum = word(out, at) + word(out, at - step)
        out[at] = sum >> 8
        out[at + 1] = sum
      }
    }
  }
  return { bytes: out }
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)

function png(data: Uint8Array, rowBytes: number, pixelBytes: number): Decoded {
  const rows = Math.floor(data.length / (rowBytes + 1))
  const out = new Uint8Array(rows * rowBytes)
  let damage = data.length % (rowBytes + 1) === 0 ? undefined : 'PNG predictor'
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (rowBytes + 1)] ?? 0
    if (filter > 4) damage = 'PNG predictor'
    unfilter(data, out, row, rowBytes, pixelBytes, filter)
  }
  return damage === undefined ? { bytes: out } : { bytes: out, damage }
}

function unfilter(
  data: Uint8Array,
  out: Uint8Array,
  row: number,
  rowBytes: number,
  pixel: number,
  filter: number,
): void {
  const from = row * (rowBytes + 1) + 1
  const to = row * rowBytes
  for (let index = 0; index < rowBytes; index++) {
    const left = index >= pixel ? (out[to + index - pixel] ?? 0) : 0
    const up = row > 0 ? (out[to + index - rowBytes] ?? 0) : 0
    const corner = row > 0 && index >= pixel ? (out[to + index - rowBytes - pixel] ?? 0) : 0
    out[to + index] = (data[from + index] ?? 0) + guess(filter, left, up, corner)
  }
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
