// What one ink laid through another gives on each process plate: the arithmetic of ISO 32000-1 11.3, on an opaque backdrop.
import { type Cmyk, cmyk, type Ink, PAPER } from '../../model/ink.ts'
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

/** A spot knows only the modes that leave paper alone and look at each ink on its own (ISO 32000-1 11.7.4.2). */
const ON_SPOTS: readonly BlendMode[] = ['difference', 'exclusion']

/** The same with a brand's own inks; undefined when they are left together with others: no single paint lays both. */
export function mixInks(source: Ink, backdrop: Ink, laying: Laying): Ink | undefined {
  if (!isPrinted(source) || !isPrinted(backdrop)) return undefined
  const process = mix(processOf(source), processOf(backdrop), laying)
  const names = [
    ...new Set([source, backdrop].flatMap(ink => (ink.kind === 'spot' && ink.role === 'brand' ? ink.name : []))),
  ]
  const blend = ON_SPOTS.includes(laying.blend) ? 'normal' : laying.blend
  const spots = names.flatMap((name): Ink[] => {
    const tint = laying.overprint
      ? tintOf(backdrop, name)
      : keep(100 * mixPlate(tintOf(source, name) / 100, tintOf(backdrop, name) / 100, { ...laying, blend }))
    return tint > 0 ? [{ kind: 'spot', role: 'brand', name, tint }] : []
  })
  const [only, other] = spots
  if (!only) return process
  return other || process.c + process.m + process.y + process.k > 0 ? undefined : only
}

const isPrinted = (ink: Ink): boolean => ink.kind === 'cmyk' || (ink.kind === 'spot' && ink.role === 'brand')

const processOf = (ink: Ink): Cmyk => (ink.kind === 'cmyk' ? ink : PAPER)

const tintOf = (ink: Ink, name: string): number =>
  ink.kind === 'spot' && ink.role === 'brand' && ink.name === name ? ink.tint : 0

export function mix(source: Cmyk, backdrop: Cmyk, laying: Laying): Cmyk {
  const plate = (channel: 'c' | 'm' | 'y' | 'k'): number =>
    laying.overprint && channel !== 'k'
      ? backdrop[channel]
      : keep(100 * mixPlate(source[channel] / 100, backdrop[channel] / 100, laying))
  return cmyk(plate('c'), plate('m'), plate('y'), plate('k'))
}
