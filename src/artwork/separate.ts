// Turns a picture's own colours into output inks: gray on black alone, RGB through ICC, inks kept or converted.
import { createHash } from 'node:crypto'
import { blackOf, grayPixels } from '../color/gray.ts'
import { convertInks, grayLevels } from '../color/source-profile.ts'
import type { Profile, Raster } from '../model/assets.ts'
import type { Picture, Pixels } from './decode.ts'

/**
 * What neutral pixels of an RGB picture become. `photo`: they keep four inks, a photo's shadows need them. `logo`: black
 * alone, as the same grays in a vector logo: no coloured fringe on its letters.
 */
export type Neutrals = 'photo' | 'logo'

/** Differences below this are noise of compression. */
const NEUTRAL_TOLERANCE = 4

export async function separate(
  picture: Picture,
  decoded: Pixels,
  profile: Profile,
  neutrals: Neutrals,
): Promise<Raster> {
  const { space, pixels } = await inksOf(picture, decoded.pixels, profile, neutrals)
  const { width, height, alpha } = decoded
  const hash = createHash('sha256').update(`${space} ${width} ${height} `).update(pixels)
  if (alpha) hash.update(alpha)
  return { id: hash.digest('hex').slice(0, 24), width, height, space, pixels, ...(alpha && { alpha }) }
}

type Inks = Pick<Raster, 'space' | 'pixels'>

async function inksOf(picture: Picture, pixels: Uint8Array, profile: Profile, neutrals: Neutrals): Promise<Inks> {
  switch (picture.space) {
    case 'gray': {
      const levels = picture.icc && (await grayLevels(picture.icc))
      return {
        space: 'gray',
        pixels: grayPixels(profile, levels ? pixels.map(value => levels[value] ?? value) : pixels),
      }
    }
    case 'cmyk':
      return { space: 'cmyk', pixels: await ownInks(picture, pixels, profile) }
    case 'rgb':
      return rgbInks(picture, pixels, profile, neutrals)
  }
}

/** CMYK without a profile, or made for this very condition, keeps its inks. */
async function ownInks({ icc }: Picture, pixels: Uint8Array, profile: Profile): Promise<Uint8Array> {
  if (!icc || Buffer.from(icc).equals(profile.bytes)) return pixels
  return convertInks(pixels, icc, profile)
}

function rgbInks({ icc }: Picture, pixels: Uint8Array, profile: Profile, neutrals: Neutrals): Inks {
  if (isNeutral(pixels)) return { space: 'gray', pixels: grayPixels(profile, everyThird(pixels)) }
  const inks = profile.fromRgbPixels(pixels, icc)
  if (neutrals === 'logo') blackenNeutrals(pixels, inks, profile)
  return { space: 'cmyk', pixels: inks }
}

function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) if (!isNeutralAt(rgb, at)) return false
  return true
}

function isNeutralAt(rgb: Uint8Array, at: number): boolean {
  const r = rgb[at] ?? 0
  const g = rgb[at + 1] ?? 0
  const b = rgb[at + 2] ?? 0
  return Math.max(r, g, b) - Math.min(r, g, b) < NEUTRAL_TOLERANCE
}

const everyThird = (rgb: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: rgb.length / 3 }, (_, pixel) => rgb[pixel * 3 + 1] ?? 0)

function blackenNeutrals(rgb: Uint8Array, inks: Uint8Array, profile: Profile): void {
  for (let at = 0, to = 0; at < rgb.length; at += 3, to += 4) {
    if (!isNeutralAt(rgb, at)) continue
    inks.fill(0, to, to + 3)
    inks[to + 3] = Math.round(blackOf(profile, rgb[at + 1] ?? 0) * 2.55)
  }
}
