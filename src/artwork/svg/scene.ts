// What the drawing of one SVG shares: its ids, its rules, its pictures, its colours, and what was found wrong.

import { neutralInk } from '../../color/neutral.ts'
import type { Font, Profile } from '../../model/assets.ts'
import type { Box } from '../../model/geometry.ts'
import { type Cmyk, cmyk, type Ink } from '../../model/ink.ts'
import type { Mark } from '../../model/sheet.ts'
import type { Effect } from '../artwork.ts'
import type { Finding } from '../source.ts'
import type { Color, Rgb } from './color.ts'
import type { Rule } from './css.ts'
import type { Inset, PixelInset } from './inset.ts'
import type { Palette } from './palette.ts'
import { tooMuch } from './refusals.ts'
import type { Filter } from './written-filter.ts'
import type { Element } from './xml.ts'

/** Bounds the work, whatever refers to what; a drawing inside the drawing spends from the same. */
export type Budget = {
  /** Elements drawn so far, copies included. */
  drawn: number
  /** Segments of paths drawn so far, copies included. */
  segments: number
  /** Times that an element was held against a rule of the style sheet. */
  matches: number
}

/** What a drawing shares with the drawings inside it. */
export type Shared = {
  /** The brand's inks by screen colour, `#rrggbb`. */
  readonly colors: ReadonlyMap<string, Ink>
  readonly profile: Profile
  readonly fonts: readonly Font[]
  /** Findings by their sentence: each is said once. */
  readonly findings: Map<string, Finding>
  readonly budget: Budget
  readonly effects: Map<string, Effect>
  /** Pictures decoded, by the id of their pixels. */
  readonly pixels: Map<string, PixelInset>
}

export type Scene = Shared & {
  readonly byId: ReadonlyMap<string, Element>
  /** The element above each one in the file, whoever refers to it. */
  readonly parents: ReadonlyMap<Element, Element>
  readonly rules: readonly Rule[]
  /** Decoded pictures by the element that shows them; those refused are absent. */
  readonly pictures: ReadonlyMap<Element, Inset>
  /** Filters of groups drawn for the screen. */
  readonly filters: WeakMap<Mark, Filter>
  /** Times that something came up that vectors cannot say: whoever sees it grow draws itself as pixels. */
  unsayable: number
  /** Units of the artwork in one pixel of the drawing shown at its own size. */
  unit: number
  /** The artwork's own box: nothing is seen outside it. */
  box: Box
}

export const report = (scene: Pick<Scene, 'findings'>, finding: Finding): void => {
  scene.findings.set(finding.message.en, finding)
}

const MAX_DRAWN = 50_000

/** Counts an element drawn; false when the drawing has grown beyond reason. */
export function spend(scene: Scene, count = 1): boolean {
  scene.budget.drawn += count
  if (scene.budget.drawn <= MAX_DRAWN) return true
  report(scene, tooMuch)
  return false
}

const MAX_SEGMENTS = 3_000_000

/** Counts segments drawn, those of repeated tiles included. */
export function spendSegments(scene: Scene, count: number): boolean {
  scene.budget.segments += count
  if (scene.budget.segments <= MAX_SEGMENTS) return true
  report(scene, tooMuch)
  return false
}

/** A second or so of matching. */
const MAX_MATCHES = 10_000_000

/** Counts one element held against all rules. */
export function spendMatches(scene: Scene): boolean {
  scene.budget.matches += scene.rules.length
  if (scene.budget.matches <= MAX_MATCHES) return true
  report(scene, tooMuch)
  return false
}

/** A screen colour where marks have an ink: its red, green and blue in percent. Such marks never leave the reader. */
export const screenInk = ([r, g, b]: Rgb): Cmyk => cmyk(r / 2.55, g / 2.55, b / 2.55, 0)

export const screenRgb = ({ c, m, y }: Cmyk): Rgb => [Math.round(c * 2.55), Math.round(m * 2.55), Math.round(y * 2.55)]

/** Solid, for shapes of which only the outline matters. */
export const SOLID: Cmyk = cmyk(0, 0, 0, 100)

export function inkOf(color: Color, palette: Palette, scene: Scene): Ink {
  switch (palette) {
    case 'silhouette':
      return SOLID
    case 'luminance':
      return cmyk(0, 0, 0, Math.round((1 - luminance(rgbOf(color, scene))) * 1000) / 10)
    case 'screen':
      return screenInk(rgbOf(color, scene))
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
