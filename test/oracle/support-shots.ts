// Two pictures side by side, as the eye sees their difference: CIEDE2000 on pixels that are far from any edge in both.
import sharp from 'sharp'
import { deltaE2000, type Lab } from '../../src/color/delta-e.ts'
import type { Profile } from '../../src/model/assets.ts'
import type { Inks } from './support-inks.ts'

/** 8-bit sRGB. */
export type Shot = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** A PNG on white. */
export async function flat(png: Uint8Array): Promise<Shot> {
  const { data, info } = await sharp(png).flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Inks as they look in print: the same proof as ours, whoever laid them. */
export const proofed = ({ width, height, data }: Inks, profile: Profile): Shot => ({
  width,
  height,
  data: profile.previewPixels(data),
})

/** Levels of a channel that an antialiased or compressed plain may wander by. */
const CALM = 6

const offset = (shot: Shot, x: number, y: number): number => (y * shot.width + x) * 3

function isFlat(shot: Shot, x: number, y: number): boolean {
  const here = offset(shot, x, y)
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++)
      for (let channel = 0; channel < 3; channel++) {
        const there = offset(shot, x + dx, y + dy) + channel
        if (Math.abs((shot.data[here + channel] ?? 0) - (shot.data[there] ?? 0)) > CALM) return false
      }
  return true
}

/** Every other pixel of every other row that is flat two pixels around, in both. */
function* calm(a: Shot, b: Shot): Generator<readonly [number, number]> {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  for (let y = 2; y < height - 2; y += 2)
    for (let x = 2; x < width - 2; x += 2)
      if (isFlat(a, x, y) && isFlat(b, x, y)) yield [offset(a, x, y), offset(b, x, y)]
}

export type Differences = {
  readonly mean: number
  /** What 99 % of the pixels do not exceed. */
  readonly most: number
  readonly count: number
  /** Of the pixels looked at, how many were calm: a comparison of nothing is no comparison. */
  readonly share: number
}

export function differences(a: Shot, b: Shot): Differences {
  const [labA, labB] = [labReader(a.data), labReader(b.data)]
  const all = [...calm(a, b)].map(([at, to]) => deltaE2000(labA(at), labB(to))).sort((x, y) => x - y)
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  const most = all[Math.floor(all.length * 0.99)] ?? Number.NaN
  return { mean, most, count: all.length, share: (all.length * 4) / (a.width * a.height) }
}

/** Lab of a pixel; plain surfaces repeat, so each colour is worked out once. */
function labReader(rgb: Uint8Array): (at: number) => Lab {
  const known = new Map<number, Lab>()
  return at => {
    const key = ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0)
    const before = known.get(key)
    if (before) return before
    const value = lab(key >> 16, (key >> 8) & 255, key & 255)
    known.set(key, value)
    return value
  }
}

const linear = (level: number): number => {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** D65, as sRGB is defined: differences hardly depend on the white. */
function lab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
