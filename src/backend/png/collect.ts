// Bands as resvg draws them to the samples a PNG holds: RGB, or RGBA with straight alpha where something shows through.
import type { Pixels } from '../svg/png-file.ts'
import type { Band, Size } from './rasterize.ts'

/** @param opaque whether the drawing is known to cover every pixel; otherwise the pixels are looked at */
export function collect(bands: Iterable<Band>, size: Size, opaque: boolean): Pixels {
  return opaque ? collectRgb(bands, size) : withoutIdleAlpha(collectRgba(bands, size))
}

function collectRgb(bands: Iterable<Band>, { width, height }: Size): Pixels {
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

function collectRgba(bands: Iterable<Band>, { width, height }: Size): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (const { top, rgba } of bands) {
    const start = top * width * 4
    data.set(rgba, start)
    straighten(data.subarray(start, start + rgba.length))
  }
  return { width, height, channels: 4, data }
}

/** PNG's colours are not premultiplied (ISO/IEC 15948 6.2); a pixel that shows nothing is black, for short runs. */
function straighten(rgba: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    if (alpha === 255 || alpha === 0) continue
    for (let channel = at; channel < at + 3; channel++)
      rgba[channel] = Math.min(255, Math.round(((rgba[channel] ?? 0) * 255) / alpha))
  }
}

function withoutIdleAlpha(pixels: Pixels): Pixels {
  const { data, width, height } = pixels
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return pixels
  return collectRgb([{ top: 0, height, rgba: data }], { width, height })
}
