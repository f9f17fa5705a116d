// Turns a picture's own colours into output inks: gray on black alone, RGB through ICC, inks kept or converted.
import { createHash } from 'node:crypto'
import { maxCoverage } from '../color/coverage.ts'
import { grayPixels } from '../color/gray.ts'
import { neutralBlack, neutralPixels } from '../color/neutral.ts'
import { convertInks, grayLevels } from '../color/source-profile.ts'
import type { Profile, Raster } from '../model/assets.ts'
import { text } from '../model/diagnostic.ts'
import type { Picture, Pixels } from './decode.ts'
import type { Finding, Found } from './source.ts'
import { unusableProfile } from './unusable-profile.ts'

/**
 * What neutral pixels of an RGB picture become. `photo`: they keep four inks, a photo's shadows need them. `logo`: black
 * alone, as the same grays in a vector logo: no coloured fringe on its letters.
 */
export type Neutrals = 'photo' | 'logo'

/** Differences below this are noise of compression. */
const NEUTRAL_TOLERANCE = 4

/** Declared inks that were brought down are said; what a profile separates for us stays within the limit by itself. */
export async function separate(
  picture: Picture,
  decoded: Pixels,
  profile: Profile,
  neutrals: Neutrals,
): Promise<Found<Raster> & { readonly value: Raster }> {
  const { space, pixels, findings = [] } = await inksOf(picture, decoded, profile, neutrals)
  const { width, height, alpha } = decoded
  const hash = createHash('sha256').update(`${space} ${width} ${height} `).update(pixels)
  if (alpha) hash.update(alpha)
  const id = hash.digest('hex').slice(0, 24)
  return {
    value: { id, width, height, space, pixels, ...(alpha && { alpha }) },
    findings,
  }
}

const inkReduced = (from: number, to: number): Finding => ({
  rule: 'ink-reduced',
  message: text(
    `ses encres montent à ${from} %, elles sont ramenées à ${to} % : le noir y remplace le gris des trois couleurs`,
    `its inks reach ${from} %, they are brought down to ${to} %: black takes the place of the gray of the three colours`,
  ),
})

type Inks = Pick<Raster, 'space' | 'pixels'> & {
  readonly findings?: readonly Finding[]
}

async function inksOf(picture: Picture, decoded: Pixels, profile: Profile, neutrals: Neutrals): Promise<Inks> {
  const { pixels } = decoded
  switch (picture.space) {
    case 'gray': {
      const levels = picture.icc && (await grayLevels(picture.icc))
      return {
        space: 'gray',
        pixels: onBlack(levels ? pixels.map(value => levels[value] ?? value) : pixels, profile, neutrals),
      }
    }
    case 'cmyk':
      return ownInks(picture, decoded, profile)
    case 'rgb':
      return rgbInks(picture, pixels, profile, neutrals)
  }
}

/** CMYK without a profile, or made for this very condition, keeps its inks, up to what the printer accepts. */
async function ownInks({ icc }: Picture, decoded: Pixels, profile: Profile): Promise<Inks> {
  const { width, height, alpha } = decoded
  const own = !icc || Buffer.from(icc).equals(profile.bytes)
  const converted = own ? decoded.pixels : await convertInks(decoded.pixels, icc, profile)
  const inks = converted ?? decoded.pixels
  const findings = converted ? [] : [unusableProfile('cmyk')]
  const pixels = profile.withinInk(inks)
  if (pixels === inks) return { space: 'cmyk', pixels, findings }
  const raster: Raster = { id: '', width, height, space: 'cmyk', pixels: inks, ...(alpha && { alpha }) }
  const reduced = inkReduced(Math.round(maxCoverage(raster)), profile.maxInk)
  return { space: 'cmyk', pixels, findings: [...findings, reduced] }
}

const onBlack = (gray: Uint8Array, profile: Profile, neutrals: Neutrals): Uint8Array =>
  neutrals === 'logo' ? neutralPixels(profile, gray) : grayPixels(profile, gray)

function rgbInks({ icc }: Picture, pixels: Uint8Array, profile: Profile, neutrals: Neutrals): Inks {
  if (isNeutral(pixels)) return { space: 'gray', pixels: onBlack(everyThird(pixels), profile, neutrals) }
  const inks = profile.fromRgbPixels(pixels, icc)
  if (neutrals === 'logo') blackenNeutrals(pixels, inks, profile)
  return { space: 'cmyk', pixels: inks }
}

function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]]
    if (Math.max(r, g, b) - Math.min(r, g, b) >= NEUTRAL_TOLERANCE) return false
  }
  return true
}

const everyThird = (rgb: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: rgb.length / 3 }, (_, pixel) => rgb[pixel * 3 + 1] ?? 0)

function blackenNeutrals(rgb: Uint8Array, inks: Uint8Array, profile: Profile): void {
  for (let at = 0, to = 0; at < rgb.length; at += 3, to += 4) {
    const black = neutralBlack(profile, rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0)
    if (black === undefined) continue
    inks.fill(0, to, to + 3)
    inks[to + 3] = Math.round(black * 2.55)
  }
}
