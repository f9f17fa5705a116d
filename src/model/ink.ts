// Inks: what goes on a plate. There is no RGB in the product; screens ask color/preview for an ink's look.

import type { Point } from './geometry.ts'
import type { Mm } from './length.ts'

/** The technical plates, by what they are for; a printer's file gives their spot names. */
export type PlateRole = 'white' | 'cut' | 'kiss-cut' | 'drill' | 'varnish' | 'braille' | 'engrave'

/** In the order of painting. Engraving comes first: no standard step tells it from art, and nothing may follow a step. */
export const PLATE_ROLES: readonly PlateRole[] = ['engrave', 'white', 'cut', 'kiss-cut', 'drill', 'varnish', 'braille']

/** Process ink in percent, 0 to 100. */
export type Cmyk = {
  readonly kind: 'cmyk'
  readonly c: number
  readonly m: number
  readonly y: number
  readonly k: number
}

/** A spot ink: a technical role, or a brand colour by its name. `tint` in percent. */
export type Spot =
  | { readonly kind: 'spot'; readonly role: PlateRole; readonly tint: number }
  | { readonly kind: 'spot'; readonly role: 'brand'; readonly name: string; readonly tint: number }

/** On every plate: crop and register marks outside the bleed, nothing else. */
export type Registration = { readonly kind: 'registration'; readonly tint: number }

export type Ink = Cmyk | Spot | Registration

/** `at` from 0 to 1; `alpha` from 0 to 1. */
export type Stop = { readonly at: number; readonly ink: Ink; readonly alpha: number }

/** Coordinates are in the space of the mark that is painted. Beyond its ends the last stop goes on. */
export type Gradient =
  | { readonly kind: 'linear'; readonly from: Point; readonly to: Point; readonly stops: readonly Stop[] }
  | {
      readonly kind: 'radial'
      readonly from: Point
      readonly fromRadius: Mm
      readonly to: Point
      readonly toRadius: Mm
      readonly stops: readonly Stop[]
    }

export type Paint = Ink | Gradient

export const cmyk = (c: number, m: number, y: number, k: number): Cmyk => ({ kind: 'cmyk', c, m, y, k })

export const BLACK: Cmyk = cmyk(0, 0, 0, 100)
export const PAPER: Cmyk = cmyk(0, 0, 0, 0)

export const spot = (role: PlateRole, tint = 100): Spot => ({ kind: 'spot', role, tint })

/** Total ink of one colour in percent; spots count as one plate. */
export const totalInk = (ink: Ink): number => {
  switch (ink.kind) {
    case 'cmyk':
      return ink.c + ink.m + ink.y + ink.k
    case 'spot':
    case 'registration':
      return ink.tint
  }
}

/** Light left by an ink, from 0 to 1: ISO 32000-1 10.3.4, from CMYK to gray. What a luminance mask lets through. */
export const lightOf = (ink: Ink): number =>
  ink.kind === 'cmyk' ? luminosity(ink.c / 100, ink.m / 100, ink.y / 100, ink.k / 100) : 1 - ink.tint / 100

/** The same from four inks, each from 0 to 1. */
export const luminosity = (c: number, m: number, y: number, k: number): number =>
  1 - Math.min(1, 0.3 * c + 0.59 * m + 0.11 * y + k)

/** Black alone, 0/0/0/k: the only ink of text, codes and thin lines that may overprint. */
export const isBlackOnly = (ink: Ink): boolean =>
  ink.kind === 'cmyk' && ink.c === 0 && ink.m === 0 && ink.y === 0 && ink.k > 0
