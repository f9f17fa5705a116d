// Grays and blacks of logos, in RGB, as black ink alone: one rule for drawings and for pixels.
//
// Designers' blacks are seldom 0/0/0: #1d1d1b, #231f20 and #2b2523 are what layout programs show of a solid black under
// FOGRA39, SWOP and FOGRA27. Through a profile they become four inks, and letters of four inks have coloured rims.
import type { Profile } from '../model/assets.ts'
import { BLACK, type Cmyk, cmyk } from '../model/ink.ts'
import { blackOf } from './gray.ts'
import { labOfRgb } from './srgb-lab.ts'

/** C*ab of a gray: a cast below 2 is not seen without a neutral beside it, and the noise of compression stays below. */
const GRAY_CHROMA = 2
/** C*ab of a near-black: those above reach 3, and the eye is less sensitive to casts in the dark (SL of CIEDE2000). */
const BLACK_CHROMA = 4

/** No neutral has channels farther apart: spares most pixels the rest. */
const WIDEST = 16

/**
 * The black ink, in steps of 0.1 %, of a neutral sRGB colour; nothing when the colour is not neutral. What is as dark as
 * the solid black of this printing condition is solid: a tint of 95 % would have screened edges.
 */
export function neutralBlack(profile: Profile, r: number, g: number, b: number): number | undefined {
  if (Math.max(r, g, b) - Math.min(r, g, b) > WIDEST) return undefined
  const [L, a, bStar] = labOfRgb([r, g, b])
  const chroma = Math.sqrt(a * a + bStar * bStar)
  if (L <= solidLightness(profile)) return chroma <= BLACK_CHROMA ? 100 : undefined
  return chroma <= GRAY_CHROMA ? blackOf(profile, Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b)) : undefined
}

/** The same as an ink. */
export function neutralInk(profile: Profile, r: number, g: number, b: number): Cmyk | undefined {
  const black = neutralBlack(profile, r, g, b)
  return black === undefined ? undefined : cmyk(0, 0, 0, black)
}

const tables = new WeakMap<Uint8Array, Uint8Array>()

/** Gray pixels of a logo to gray pixels of the press (255 − black), by the same rule. */
export function neutralPixels(profile: Profile, gray: Uint8Array): Uint8Array {
  const known = tables.get(profile.bytes)
  const table =
    known ??
    Uint8Array.from({ length: 256 }, (_, level) =>
      Math.round(255 - (neutralBlack(profile, level, level, level) ?? 0) * 2.55),
    )
  tables.set(profile.bytes, table)
  return gray.map(level => table[level] ?? 255)
}

const lightnesses = new WeakMap<Uint8Array, number>()

function solidLightness(profile: Profile): number {
  const known = lightnesses.get(profile.bytes)
  if (known !== undefined) return known
  const [L] = profile.lab(BLACK)
  lightnesses.set(profile.bytes, L)
  return L
}
