// How inks look where they are drawn: on a screen, as the luminance of a mask, or as the gray of one plate.
import type { Raster } from '../../model/assets.ts'
import type { Gradient, Ink } from '../../model/ink.ts'
import type { Mm } from '../../model/length.ts'
import type { BlendMode } from '../../model/sheet.ts'

/** What an ink is used for: small black text and thin black lines overprint, areas never do. */
export type Use =
  | { readonly kind: 'area' }
  | { readonly kind: 'text'; readonly size: Mm }
  | { readonly kind: 'line'; readonly width: Mm }

export const AREA: Use = { kind: 'area' }

export type ScreenStop = { readonly at: number; readonly color: string; readonly alpha: number }

/** 8-bit RGB, and one byte of alpha a pixel when some of it is not opaque. */
export type ScreenPixels = { readonly rgb: Uint8Array; readonly alpha?: Uint8Array }

/** Everywhere, `undefined` means that the ink leaves nothing here. */
export type Look = {
  /** Told apart in caches: two looks of one id turn the same pixels into the same colours. */
  readonly id: string
  /** `#rrggbb` */
  color(ink: Ink, use: Use): string | undefined
  /** The stops of a gradient, as many as this look needs to be true between them. */
  stops(gradient: Gradient): readonly ScreenStop[] | undefined
  pixels(raster: Raster): ScreenPixels | undefined
  blend(mode: BlendMode): BlendMode | undefined
}

export type Rgb = readonly [r: number, g: number, b: number]

export const hex = ([r, g, b]: Rgb): string => `#${(0x1000000 | (r << 16) | (g << 8) | b).toString(16).slice(1)}`

export const rgbOf = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** A colour at a share (0 to 1) of its strength, the rest being paper. */
export const tinted = (color: string, share: number): string => {
  const [r, g, b] = rgbOf(color)
  const pale = (channel: number): number => Math.round(255 - (255 - channel) * share)
  return hex([pale(r), pale(g), pale(b)])
}
