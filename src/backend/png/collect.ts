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
  return { width, height, channels: 4, data }
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

/** Cuts out in place: alpha is multiplied by the light of a drawing, white where the piece is. */
export function cutOutPixels({ data, width, height, channels }: Pixels, silhouette: Iterable<Band>): Pixels {
  if (channels !== 4) throw new Error('only pixels with alpha can be cut out')
  for (const { top, rgba } of silhouette) {
    const start = top * width * 4
    for (let at = 0; at < rgba.length; at += 4) {
      const to = start + at + 3
      const light = rgba[at] ?? 0
      if (light === 255) continue
      data[to] = Math.round(((data[to] ?? 0) * light) / 255)
      if (light === 0) data.fill(0, start + at, to)
    }
  }
  return { data, width, height, channels }
}

export function withoutIdleAlpha(pixels: Pixels): Pixels {
  const { data, width, height } = pixels
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return pixels
  return collectRgb([{ top: 0, height, rgba: data }], { width, height })
}
