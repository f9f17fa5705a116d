// Bands as resvg draws them to the samples a PNG holds: RGB, or RGBA with straight alpha where something shows through.
import type { Pixels } from '../svg/png-file.ts'
import type { Band, Size } from './rasterize.ts'

/** Every pixel is known to be opaque. */
export function collectRgb(bands: Iterable<Band>, { width, height }: Size): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (const { top, rgba } of bands) {
    let to = top * width * 3
    for (let at = 0; at < rgba.length; at += 4) {
      data[to++] = rgba[at] ?? 0
      data[to++] = rgba[at + 1] ?? 0
      data[to++] = rgba[at + 2] ?? 0
    }
  }
  return { width, height, channels: 3, data }
}

/** RGBA; RGB when nothing turns out to show through. */
export function collectRgba(bands: Iterable<Band>, { width, height }: Size): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (const { top, rgba } of bands) {
    const start = top * width * 4
    data.set(rgba, start)
    straighten(data.subarray(start, start + rgba.length))
  }
  return withoutIdleAlpha({ width, height, channels: 4, data })
}

/** Premultiplied to straight (ISO/IEC 15948 6.2). A pixel that shows nothing is black, so that it packs well. */
function straighten(rgba: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    if (alpha === 255 || alpha === 0) continue
    for (let channel = at; channel < at + 3; channel++)
      rgba[channel] = Math.min(255, Math.round(((rgba[channel] ?? 0) * 255) / alpha))
  }
}

/** Cuts premultiplied pixels out in place, by the light of a silhouette. */
export function cutOut(rgba: Uint8Array, silhouette: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const light = silhouette[at] ?? 0
    if (light === 255) continue
    for (let sample = at; sample < at + 4; sample++) rgba[sample] = Math.round(((rgba[sample] ?? 0) * light) / 255)
  }
}

function withoutIdleAlpha(pixels: Pixels): Pixels {
  const { data, width, height } = pixels
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return pixels
  return collectRgb([{ top: 0, height, rgba: data }], { width, height })
}
