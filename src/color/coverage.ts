// How much ink and how much light: total coverage of pixels, luminance of a colour, contrast of two.
import type { Raster } from '../model/assets.ts'

const known = new WeakMap<Raster, number>()

/** The largest total ink of a picture's visible pixels, in percent (400 for four solids). Read once: pictures are shared. */
export function maxCoverage(raster: Raster): number {
  const before = known.get(raster)
  if (before !== undefined) return before
  const measured = measureCoverage(raster)
  known.set(raster, measured)
  return measured
}

function measureCoverage({ space, pixels, alpha }: Raster): number {
  const channels = space === 'cmyk' ? 4 : 1
  let max = 0
  for (let pixel = 0, at = 0; at < pixels.length; pixel++, at += channels) {
    if (alpha && alpha[pixel] === 0) continue
    const ink = space === 'cmyk' ? sum4(pixels, at) : 255 - (pixels[at] ?? 255)
    if (ink > max) max = ink
  }
  return (max * 100) / 255
}

const sum4 = (pixels: Uint8Array, at: number): number =>
  (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) + (pixels[at + 3] ?? 0)

/** Relative luminance, 0 to 1, from CIE L*: as printed, paper being 1. */
export const luminanceOfLab = (lightness: number): number => {
  if (lightness <= 8) return Math.max(0, lightness) / 903.2963
  const root = (lightness + 16) / 116
  return root * root * root
}

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, « relative luminance »). */
export const luminanceOfRgb = ([r, g, b]: readonly [r: number, g: number, b: number]): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

/** sRGB channel, 0 to 255, to linear light (IEC 61966-2-1). */
export const linear = (channel: number): number => {
  const value = channel / 255
  if (value <= 0.04045) return value / 12.92
  const root = fifthRoot((value + 0.055) / 1.055)
  const cube = root * root * root
  return cube * cube * cube * cube
}

/** x^2.4 is (⁵√x)¹², by Newton: fractional powers differ in their last digit between engines, and inks depend on this. */
function fifthRoot(value: number): number {
  let root = 1
  for (let turn = 0; turn < 40; turn++) {
    const fourth = root * root * root * root
    const next = root - (root * fourth - value) / (5 * fourth)
    if (next === root) break
    root = next
  }
  return root
}

/** Contrast of luminances in percent, (light − dark) / light: 70 is what French accessibility practice asks for. */
export const luminanceContrast = (one: number, other: number): number => {
  const light = Math.max(one, other)
  return light === 0 ? 0 : (100 * (light - Math.min(one, other))) / light
}

/** WCAG 2.2 contrast ratio of two luminances, 1 to 21. */
export const contrastRatio = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
