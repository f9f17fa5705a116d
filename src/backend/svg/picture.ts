// Pixels as an SVG holds them: a PNG in a data URI.
import { Buffer } from 'node:buffer'
import type { Raster } from '../../model/assets.ts'
import type { Look, ScreenPixels } from './look.ts'
import { encodePng } from './png-file.ts'

export type Picture = { readonly uri: string; readonly width: number; readonly height: number }

const made = new WeakMap<Raster, Map<string, Picture | undefined>>()

/** The whole picture, as a file holds it: packed once per look. */
export function pictureOf(raster: Raster, look: Look): Picture | undefined {
  const pictures = made.get(raster) ?? new Map<string, Picture | undefined>()
  made.set(raster, pictures)
  if (!pictures.has(look.id)) pictures.set(look.id, makePicture(raster, look, 6))
  return pictures.get(look.id)
}

/** @param level how hard to deflate: 6 for a file, 0 for pixels that are drawn at once */
export function makePicture(raster: Raster, look: Look, level: 0 | 6): Picture | undefined {
  const pixels = look.pixels(raster)
  if (!pixels) return undefined
  const { width, height } = raster
  const png = encodePng({ width, height, ...samples(pixels) }, level)
  return { uri: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, width, height }
}

function samples({ rgb, alpha }: ScreenPixels): { readonly channels: 3 | 4; readonly data: Uint8Array } {
  if (!alpha) return { channels: 3, data: rgb }
  const data = new Uint8Array(alpha.length * 4)
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    data[pixel * 4] = rgb[pixel * 3] ?? 0
    data[pixel * 4 + 1] = rgb[pixel * 3 + 1] ?? 0
    data[pixel * 4 + 2] = rgb[pixel * 3 + 2] ?? 0
    data[pixel * 4 + 3] = alpha[pixel] ?? 0
  }
  return { channels: 4, data }
}
