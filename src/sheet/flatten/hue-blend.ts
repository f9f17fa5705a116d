// Hue, saturation, color and luminosity laid over a backdrop, pixel by pixel: ISO 32000-1 11.3.5.3, in its own words.
// The renderer that draws everything else does not bring such colours back into gamut as the standard says.
import type { BlendMode } from '../../model/sheet.ts'

type Light = readonly [number, number, number]

const lum = ([r, g, b]: Light): number => 0.3 * r + 0.59 * g + 0.11 * b

const sat = (color: Light): number => Math.max(...color) - Math.min(...color)

const map = ([r, g, b]: Light, change: (value: number) => number): Light => [change(r), change(g), change(b)]

function clipColor(color: Light): Light {
  const [l, low, high] = [lum(color), Math.min(...color), Math.max(...color)]
  const raised = low < 0 ? map(color, value => l + ((value - l) * l) / (l - low)) : color
  return high > 1 ? map(raised, value => l + ((value - l) * (1 - l)) / (high - l)) : raised
}

const setLum = (color: Light, l: number): Light => clipColor(map(color, value => value + l - lum(color)))

function setSat(color: Light, s: number): Light {
  const [low, range] = [Math.min(...color), sat(color)]
  return range === 0 ? [0, 0, 0] : map(color, value => ((value - low) * s) / range)
}

/** On the light that cyan, magenta and yellow leave; black is the backdrop's, or the source's for luminosity. */
const MODES: Readonly<Partial<Record<BlendMode, (backdrop: Light, source: Light) => Light>>> = {
  hue: (b, s) => setLum(setSat(s, sat(b)), lum(b)),
  saturation: (b, s) => setLum(setSat(b, sat(s)), lum(b)),
  color: (b, s) => setLum(s, lum(b)),
  luminosity: (b, s) => setLum(b, lum(s)),
}

/** The same pixels over no ink, and over a solid of all four: what they are, and how much of them is there. */
export type Source = { readonly onPaper: Uint8Array; readonly onSolid: Uint8Array }

/** All of 4 bytes a pixel, 0 = no ink; the backdrop with the source laid over it. */
export function layByHue(backdrop: Uint8Array, { onPaper, onSolid }: Source, mode: BlendMode): Uint8Array {
  const blend = MODES[mode]
  if (!blend) throw new Error(`${mode} works ink by ink`)
  const result = backdrop.slice()
  const ink = (pixels: Uint8Array, at: number): number => (pixels[at] ?? 0) / 255
  const share = (at: number): number => 1 - Math.max(0, ink(onSolid, at) - ink(onPaper, at))
  const light = (pixels: Uint8Array, at: number, alpha: number): Light => [
    1 - Math.min(1, ink(pixels, at) / alpha),
    1 - Math.min(1, ink(pixels, at + 1) / alpha),
    1 - Math.min(1, ink(pixels, at + 2) / alpha),
  ]
  for (let at = 0; at < result.length; at += 4) {
    const alpha = (share(at) + share(at + 1) + share(at + 2)) / 3
    if (alpha > 0) {
      const laid = blend(light(backdrop, at, 1), light(onPaper, at, alpha))
      for (let channel = 0; channel < 3; channel++) {
        const before = ink(backdrop, at + channel)
        result[at + channel] = Math.round(255 * (before + (1 - (laid[channel] ?? 0) - before) * alpha))
      }
    }
    if (mode === 'luminosity') {
      const before = ink(backdrop, at + 3)
      result[at + 3] = Math.round(255 * (ink(onPaper, at + 3) + before * (1 - share(at + 3))))
    }
  }
  return result
}
