// Bands as resvg draws them to the samples a PNG holds: RGB, or RGBA with straight alpha where something shows through.
import type { Pixels } from '../svg/png-file.ts'
import type { Band, Size } from './rasterize.ts'

/** Takes bands in any order and gives the whole. */
export type Collector = { readonly add: (band: Band) => void; readonly pixels: () => Pixels }

/** @param opaque whether every pixel is known to be covered: alpha is not even looked at */
export const collector = (size: Size, opaque: boolean): Collector => (opaque ? collectRgb(size) : collectRgba(size))

function collectRgb({ width, height }: Size): Collector {
  const data = new Uint8Array(width * height * 3)
  return {
    add: ({ top, rgba }) => withoutAlpha(rgba, data, top * width * 3),
    pixels: () => ({ width, height, channels: 3, data }),
  }
}

function withoutAlpha(rgba: Uint8Array, rgb: Uint8Array, start: number): void {
  let to = start
  for (let at = 0; at < rgba.length; at += 4) {
    rgb[to++] = rgba[at] ?? 0
    rgb[to++] = rgba[at + 1] ?? 0
    rgb[to++] = rgba[at + 2] ?? 0
  }
}

/** RGB in the end, when nothing turns out to show through. */
function collectRgba({ width, height }: Size): Collector {
  const data = new Uint8Array(width * height * 4)
  let covered = true
  return {
    add({ top, rgba }) {
      const start = top * width * 4
      data.set(rgba, start)
      covered = straighten(data.subarray(start, start + rgba.length)) && covered
    },
    pixels() {
      if (!covered) return { width, height, channels: 4, data }
      const rgb = new Uint8Array(width * height * 3)
      withoutAlpha(data, rgb, 0)
      return { width, height, channels: 3, data: rgb }
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
