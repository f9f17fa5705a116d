// How far two pictures of one logo are: the reader's marks, drawn back, against the drawing of its source as a press would print it.
import { Resvg } from '@resvg/resvg-js'
import { neutralInk } from '../../src/color/neutral.ts'
import type { Profile } from '../../src/model/assets.ts'

export const WIDTH = 400

export const FONTS = ['400', '500', '600', '700', '800'].map(
  weight => new URL(`../../assets/fonts/source-sans-3/${weight}.ttf`, import.meta.url).pathname,
)

/** Straight RGBA of resvg's drawing, on white. */
export const render = (svg: string): Uint8Array =>
  new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS },
    fitTo: { mode: 'width', value: WIDTH },
    background: '#fff',
  }).render().pixels

/** The same picture in the press's colours: each colour in its inks, and back on the screen. */
export function pressed(pixels: Uint8Array, profile: Profile): Uint8Array {
  const known = new Map<number, readonly [number, number, number]>()
  const out = Uint8Array.from(pixels)
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3)
    const key = (r << 16) | (g << 8) | b
    const seen = known.get(key) ?? profile.preview(neutralInk(profile, r, g, b) ?? profile.fromRgb(r, g, b))
    known.set(key, seen)
    out.set(seen, at)
  }
  return out
}

export type Difference = { readonly mean: number; readonly most: number }

/** ΔE76 on sRGB pixels: its mean, and what 99 % of the pixels stay under. */
export function difference(one: Uint8Array, other: Uint8Array): Difference {
  const all: number[] = []
  for (let at = 0; at < one.length; at += 4) {
    const [l1, a1, b1] = labOf(one, at)
    const [l2, a2, b2] = labOf(other, at)
    all.push(Math.hypot(l1 - l2, a1 - a2, b1 - b2))
  }
  const sorted = Float64Array.from(all).sort()
  return {
    mean: all.reduce((sum, value) => sum + value, 0) / all.length,
    most: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  }
}

const LINEAR = Array.from({ length: 256 }, (_, level) => {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

function labOf(pixels: Uint8Array, at: number): readonly [number, number, number] {
  const [r, g, b] = [0, 1, 2].map(channel => LINEAR[pixels[at + channel] ?? 0] ?? 0) as [number, number, number]
  const curve = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
