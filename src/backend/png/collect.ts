// Bands as resvg draws them to the samples a PNG holds: RGB, or RGBA with straight alpha where something shows through.
import type { Pixels } from '../svg/png-file.ts'
import type { Band, Size } from './rasterize.ts'

/** Takes bands in any order and gives the whole. */
export type Collector = { readonly add: (band: Band) => void; readonly pixels: () => Pixels }

/** @param opaque whether every pixel is known to be covered: alpha is not even looked at */
export const collector = (size: Size, opaque: boolean): Collector => (opaque ? collectRgb(size) : collectRgba(size))

/** A band that is the whole picture is made into samples where it lies: fresh memory costs more than the work on it. */
const isWholePicture = ({ rgba }: Band, { width, height }: Size): boolean => rgba.length === width * height * 4

function collectRgb(size: Size): Collector {
  const { width, height } = size
  let data: Uint8Array = new Uint8Array(0)
  return {
    add(band) {
      const { top, rgba } = band
      if (data.length === 0) data = isWholePicture(band, size) ? rgba : new Uint8Array(width * height * 3)
      withoutAlpha(rgba, data, top * width * 3)
    },
    pixels: () => ({ width, height, channels: 3, data: data.subarray(0, width * height * 3) }),
  }
}

/**
 * Four pixels at a time, as three words, where the memory allows it: a poster has tens of millions of them. `rgb` may be the
 * same memory, from its start: what is written never overtakes what is read.
 */
function withoutAlpha(rgba: Uint8Array, rgb: Uint8Array, start: number): void {
  const isAligned = LITTLE && rgba.byteOffset % 4 === 0 && (rgb.byteOffset + start) % 4 === 0
  const fours = isAligned ? Math.floor(rgba.length / 16) : 0
  if (fours > 0) {
    const from = new Uint32Array(rgba.buffer, rgba.byteOffset, fours * 4)
    const to = new Uint32Array(rgb.buffer, rgb.byteOffset + start, fours * 3)
    // Never out of range: the fallbacks are for the compiler, and cost nothing on typed arrays.
    for (let at = 0, out = 0; at < from.length; at += 4, out += 3) {
      const b = from[at + 1] ?? 0
      const c = from[at + 2] ?? 0
      to[out] = ((from[at] ?? 0) & 0xffffff) | (b << 24)
      to[out + 1] = ((b >>> 8) & 0xffff) | (c << 16)
      to[out + 2] = ((c >>> 16) & 0xff) | ((from[at + 3] ?? 0) << 8)
    }
  }
  let to = start + fours * 12
  for (let at = fours * 16; at < rgba.length; at += 4) {
    rgb[to++] = rgba[at] ?? 0
    rgb[to++] = rgba[at + 1] ?? 0
    rgb[to++] = rgba[at + 2] ?? 0
  }
}

/** Whether a word's first byte is its lowest, as on every machine that Node runs on but one. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** RGB in the end, when nothing turns out to show through. */
function collectRgba(size: Size): Collector {
  const { width, height } = size
  let data: Uint8Array = new Uint8Array(0)
  let covered = true
  return {
    add(band) {
      const { top, rgba } = band
      if (data.length === 0) data = isWholePicture(band, size) ? rgba : new Uint8Array(width * height * 4)
      if (data !== rgba) data.set(rgba, top * width * 4)
      covered = straighten(data.subarray(top * width * 4, top * width * 4 + rgba.length)) && covered
    },
    pixels() {
      if (!covered) return { width, height, channels: 4, data }
      withoutAlpha(data, data, 0)
      return { width, height, channels: 3, data: data.subarray(0, width * height * 3) }
    },
  }
}

/** Premultiplied to straight (ISO/IEC 15948 6.2). A pixel that shows nothing is black, so that it packs well. Says whether all is opaque. */
function straighten(rgba: Uint8Array): boolean {
  let covered = true
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    if (alpha === 255) continue
    covered = false
    if (alpha === 0) continue
    for (let channel = at; channel < at + 3; channel++)
      rgba[channel] = Math.min(255, Math.round(((rgba[channel] ?? 0) * 255) / alpha))
  }
  return covered
}

/** Cuts premultiplied pixels out in place, by the light of a silhouette. */
export function cutOut(rgba: Uint8Array, silhouette: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const light = silhouette[at] ?? 0
    if (light === 255) continue
    for (let sample = at; sample < at + 4; sample++) rgba[sample] = Math.round(((rgba[sample] ?? 0) * light) / 255)
  }
}
