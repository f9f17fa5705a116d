// What sheets refer to by id: parsed fonts, pixels, the output profile. Shared by every piece of a process.
import type { Path } from './geometry.ts'
import type { Cmyk } from './ink.ts'

/** A parsed font. Design units, y up, as in the file. */
export type Font = {
  readonly id: string
  /** The whole sfnt file. */
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly postscriptName: string
  readonly family: string
  readonly weight: number
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
  /** xMin, yMin, xMax, yMax of the `head` table. */
  readonly bounds: readonly [number, number, number, number]
  /** Glyph index of a code point, 0 when the font lacks it. */
  glyphOf(codePoint: number): number
  /** Natural advance of a glyph. */
  advanceOf(glyph: number): number
  /** Outline of a glyph (quadratics raised to cubics); cached. */
  outlineOf(glyph: number): Path
}

/** Pixels in output inks (4 channels, 0 = no ink, 255 = solid) or gray (1 channel, 0 = solid black, 255 = paper). */
export type Raster = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly space: 'cmyk' | 'gray'
  readonly pixels: Uint8Array
  /** One byte a pixel, 255 = opaque. */
  readonly alpha?: Uint8Array
}

/** The printing condition: an ICC output profile, how one printer uses it, and what can be asked of it. */
export type Profile = {
  readonly id: string
  /** How RGB colours outside the press's gamut are brought in. */
  readonly intent: 'relative' | 'perceptual'
  /** Total ink, in percent, that no conversion exceeds. */
  readonly maxInk: number
  /** Told apart in caches: equal when the bytes, the intent and the limit are. */
  readonly key: string
  readonly description: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly channels: 4
  /** The profile's bytes as a zlib stream made once per process by fflate (bytes equal on every Node). */
  deflated(): Uint8Array
  /** Soft proof: how a colour looks on screen, sRGB 0 to 255. Relative colorimetric with black point compensation. */
  preview(ink: Cmyk): readonly [r: number, g: number, b: number]
  /** The same for 8-bit CMYK pixels (0 = no ink); returns RGB. */
  previewPixels(cmyk: Uint8Array): Uint8Array
  /**
   * An sRGB colour in this condition's inks, rounded to 0.1 %: relative colorimetric with black point compensation, or
   * perceptual, as `intent` says; never above `maxInk`.
   */
  fromRgb(r: number, g: number, b: number): Cmyk
  /** RGB pixels to CMYK pixels (0 = no ink), from sRGB or from the given RGB profile. */
  fromRgbPixels(rgb: Uint8Array, source?: Uint8Array): Uint8Array
  /** CMYK pixels that lay more than `maxInk`, as the same colours with less; the very same array when none does. */
  withinInk(cmyk: Uint8Array): Uint8Array
  /** CIE L*a*b* of a colour as printed (D50, relative to paper). */
  lab(ink: Cmyk): readonly [L: number, a: number, b: number]
}

/** Everything a backend may look up. Asking for an id that was never put in is a bug and throws. */
export type Assets = {
  font(id: string): Font
  image(id: string): Raster
  profile(id: string): Profile
}

/** The profile that a PDF carries: the printer's own, or the small one where it stands in. */
export const embeddedProfile = (
  { profile }: Assets,
  output: { readonly profile: string; readonly embedded?: string },
): Profile => profile(output.embedded ?? output.profile)
