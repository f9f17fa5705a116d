// Neutral grays on the black plate alone: no cast, no register trouble, and the same tone as on the screen.
import type { Profile } from '../model/assets.ts'
import { type Cmyk, cmyk } from '../model/ink.ts'
import { linear, luminanceOfLab } from './coverage.ts'

const tables = new WeakMap<Uint8Array, readonly number[]>()

/** The black ink, in steps of 0.1 %, that prints a gray of sRGB (0 to 255): 0 is solid black, 255 is paper. */
export const blackOf = (profile: Profile, gray: number): number => tableOf(profile)[gray] ?? 0

/** A neutral sRGB gray as black ink alone. */
export const grayInk = (profile: Profile, gray: number): Cmyk => cmyk(0, 0, 0, blackOf(profile, gray))

/** Gray pixels of a screen to gray pixels of the press (255 − black), in one table look-up. */
export function grayPixels(profile: Profile, gray: Uint8Array): Uint8Array {
  const levels = Uint8Array.from(tableOf(profile), black => Math.round(255 - black * 2.55))
  return gray.map(value => levels[value] ?? 255)
}

function tableOf(profile: Profile): readonly number[] {
  let table = tables.get(profile.bytes)
  if (!table) {
    table = makeTable(profile)
    tables.set(profile.bytes, table)
  }
  return table
}

/** Walks the luminance of K from paper to solid; black point compensation scales it so that black on screen is solid. */
function makeTable(profile: Profile): number[] {
  const printed = Array.from({ length: 1001 }, (_, step) => luminanceOfLab(profile.lab(cmyk(0, 0, 0, step / 10))[0]))
  const paper = printed[0] ?? 1
  const solid = printed[1000] ?? 0
  let step = 0
  return Array.from({ length: 256 }, (_, index) => 255 - index)
    .map(gray => {
      const wanted = solid + (paper - solid) * linear(gray)
      while (step < 1000 && (printed[step] ?? 0) > wanted) step++
      return step / 10
    })
    .reverse()
}
