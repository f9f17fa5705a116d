// What the drawing of one SVG shares: its ids, its rules, its pictures, its colours, and what was found wrong.

import { neutralInk } from '../../color/neutral.ts'
import type { Profile, Raster } from '../../model/assets.ts'
import { type Cmyk, cmyk, type Ink } from '../../model/ink.ts'
import type { Finding } from '../source.ts'
import type { Color, Rgb } from './color.ts'
import type { Rule } from './css.ts'
import { tooMuch } from './refusals.ts'
import type { Element } from './xml.ts'

export type Scene = {
  readonly byId: ReadonlyMap<string, Element>
  /** The element above each one in the file, whoever refers to it. */
  readonly parents: ReadonlyMap<Element, Element>
  readonly rules: readonly Rule[]
  /** Decoded pictures by the element that shows them; those refused are absent. */
  readonly pictures: ReadonlyMap<Element, Raster>
  /** The brand's inks by screen colour, `#rrggbb`. */
  readonly colors: ReadonlyMap<string, Ink>
  readonly profile: Profile
  /** Findings by their sentence: each is said once. */
  readonly findings: Map<string, Finding>
  /** Elements drawn so far, copies included. */
  drawn: number
}

export const report = (scene: Scene, finding: Finding): void => {
  scene.findings.set(finding.message.en, finding)
}

const MAX_DRAWN = 50_000

/** Counts an element drawn; false when the drawing has grown beyond reason. */
export function spend(scene: Scene, count = 1): boolean {
  scene.drawn += count
  if (scene.drawn <= MAX_DRAWN) return true
  report(scene, tooMuch)
  return false
}

/** How colours become inks: as printed, as the gray of a luminance mask, or as a solid shape. */
export type Palette = 'ink' | 'luminance' | 'silhouette'

/** Solid, for shapes of which only the outline matters. */
export const SOLID: Cmyk = cmyk(0, 0, 0, 100)

export function inkOf(color: Color, palette: Palette, scene: Scene): Ink {
  switch (palette) {
    case 'silhouette':
      return SOLID
    case 'luminance':
      return cmyk(0, 0, 0, Math.round((1 - luminance(rgbOf(color, scene))) * 1000) / 10)
    case 'ink':
      return color.ink ?? rgbInk(rgbOf(color, scene), scene)
  }
}

export const rgbOf = (color: Color, { profile }: Scene): Rgb =>
  color.rgb ?? (color.ink ? profile.preview(color.ink) : [0, 0, 0])

/** The brand's own ink first, then black and grays on black alone, then the profile. */
function rgbInk([r, g, b]: Rgb, { colors, profile }: Scene): Ink {
  const declared = colors.get(hex([r, g, b]))
  if (declared) return declared
  return neutralInk(profile, r, g, b) ?? profile.fromRgb(r, g, b)
}

export const hex = (rgb: Rgb): string => `#${rgb.map(value => value.toString(16).padStart(2, '0')).join('')}`

/** Luminance of a mask's colour, on sRGB values as browsers do (CSS Masking 1, 7.10). */
const luminance = ([r, g, b]: Rgb): number => (0.2125 * r + 0.7154 * g + 0.0721 * b) / 255
