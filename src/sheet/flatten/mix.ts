// What one ink laid through another gives on each process plate: the arithmetic of ISO 32000-1 11.3, on an opaque backdrop.
import { type Cmyk, cmyk } from '../../model/ink.ts'
import type { BlendMode } from '../../model/sheet.ts'

/** Light left by an ink, from 0 (solid) to 1 (paper): blending works on light, in inks too (ISO 32000-1 11.3.5.3). */
type Blend = (backdrop: number, source: number) => number

const hardLight: Blend = (b, s) => (s <= 0.5 ? b * 2 * s : screen(b, 2 * s - 1))
const screen: Blend = (b, s) => b + s - b * s

function softLight(b: number, s: number): number {
  if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b)
  const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b)
  return b + (2 * s - 1) * (d - b)
}

/** The modes that look at each ink on its own; hue, saturation, color and luminosity look at all of them together. */
const BLENDS: Readonly<Partial<Record<BlendMode, Blend>>> = {
  normal: (_, s) => s,
  multiply: (b, s) => b * s,
  screen,
  overlay: (b, s) => hardLight(s, b),
  darken: Math.min,
  lighten: Math.max,
  'color-dodge': (b, s) => (b === 0 ? 0 : s === 1 ? 1 : Math.min(1, b / (1 - s))),
  'color-burn': (b, s) => (b === 1 ? 1 : s === 0 ? 0 : 1 - Math.min(1, (1 - b) / s)),
  'hard-light': hardLight,
  'soft-light': softLight,
  difference: (b, s) => Math.abs(b - s),
  exclusion: (b, s) => b + s - 2 * b * s,
}

/** Modes whose result is a straight line in the backdrop: a gradient under them stays a gradient of the same stops. */
const STRAIGHT: readonly BlendMode[] = ['normal', 'multiply', 'screen', 'exclusion']

export const isSeparable = (mode: BlendMode): boolean => BLENDS[mode] !== undefined

export const isStraight = (mode: BlendMode): boolean => STRAIGHT.includes(mode)

/** How something is laid over what is there. */
export type Laying = {
  /** From 0 to 1. */
  readonly alpha: number
  readonly blend: BlendMode
  /** Small black that leaves the other plates as they are. */
  readonly overprint?: boolean
}

/** One plate, from 0 to 1. */
export function mixPlate(source: number, backdrop: number, { alpha, blend }: Laying): number {
  const mode = BLENDS[blend]
  if (!mode) throw new Error(`${blend} does not work ink by ink`)
  const laid = 1 - mode(1 - backdrop, 1 - source)
  return backdrop + (laid - backdrop) * alpha
}

/** Ink amounts are kept to a thousandth of a percent: below what a plate can hold, and the same on every machine. */
const keep = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 1000) / 1000

export function mix(source: Cmyk, backdrop: Cmyk, laying: Laying): Cmyk {
  const plate = (channel: 'c' | 'm' | 'y' | 'k'): number =>
    laying.overprint && channel !== 'k'
      ? backdrop[channel]
      : keep(100 * mixPlate(source[channel] / 100, backdrop[channel] / 100, laying))
  return cmyk(plate('c'), plate('m'), plate('y'), plate('k'))
}
