// A leaf in other inks: each of its colours through one function, its gradient stop by stop, its pixels channel by channel.
import type { Raster } from '../../model/assets.ts'
import { type Cmyk, cmyk, type Gradient, type Ink, type Paint, type Stop } from '../../model/ink.ts'
import { isInk } from '../../model/sheet.ts'

/** From an ink and its alpha to what is seen; undefined when that is no process ink. */
export type Recolor = {
  readonly ink: (ink: Cmyk, alpha: number) => Cmyk
  /** What is left of a brand's own ink, when paper alone is under it: a spot lies on its own plate and mixes with nothing. */
  readonly spot?: number
  /** Whether alpha and ink changing together still give a straight line between two stops. */
  readonly isStraight: boolean
  /** Tells pictures apart. */
  readonly key: string
}

/** Between two stops whose colours do not run straight: the chord is off by less than 0.1 % of ink. */
const STEPS = 16

/** The paint in process inks, every stop opaque; undefined when a spot is among its inks. */
export function recolorPaint(paint: Paint, recolor: Recolor): Paint | undefined {
  if (isInk(paint)) return recolorInk(paint, recolor)
  const stops = recolorStops(paint, recolor)
  return stops && { ...paint, stops }
}

function recolorInk(ink: Ink, { ink: recolored, spot }: Recolor): Ink | undefined {
  if (ink.kind === 'cmyk') return recolored(ink, 1)
  return ink.kind === 'spot' && spot !== undefined ? { ...ink, tint: ink.tint * spot } : undefined
}

function recolorStops({ stops }: Gradient, recolor: Recolor): readonly Stop[] | undefined {
  if (stops.some(({ ink }) => ink.kind !== 'cmyk')) return undefined
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1]
    const between = before && !isLine(before, stop, recolor) ? betweenStops(before, stop) : []
    return [...between, stop].flatMap(({ at, ink, alpha }) =>
      ink.kind === 'cmyk' ? [{ at, ink: recolor.ink(ink, alpha), alpha: 1 }] : [],
    )
  })
}

/** Ink times alpha is a curve as soon as both change. */
const isLine = (a: Stop, b: Stop, { isStraight }: Recolor): boolean =>
  isStraight && (a.alpha === b.alpha || sameInk(a.ink, b.ink))

const sameInk = (a: Stop['ink'], b: Stop['ink']): boolean =>
  a.kind === 'cmyk' && b.kind === 'cmyk' && a.c === b.c && a.m === b.m && a.y === b.y && a.k === b.k

function betweenStops(a: Stop, b: Stop): readonly Stop[] {
  const { ink: from } = a
  const { ink: to } = b
  if (from.kind !== 'cmyk' || to.kind !== 'cmyk' || b.at <= a.at) return []
  return Array.from({ length: STEPS - 1 }, (_, index) => {
    const t = (index + 1) / STEPS
    const line = (p: number, q: number): number => p + (q - p) * t
    return {
      at: line(a.at, b.at),
      ink: cmyk(line(from.c, to.c), line(from.m, to.m), line(from.y, to.y), line(from.k, to.k)),
      alpha: line(a.alpha, b.alpha),
    }
  })
}

const CHANNELS = ['c', 'm', 'y', 'k'] as const

/**
 * The picture in other inks. Where it is not there at all it stays so: a hard mask, which every standard knows.
 * Each plate is looked up in a table, so the function must work ink by ink.
 */
export function recolorRaster(raster: Raster, recolor: Recolor): Raster {
  const { width, height, alpha } = raster
  const pixels = new Uint8Array(width * height * 4)
  const table = tableOf(recolor)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const share = alpha ? (alpha[pixel] ?? 0) : 255
    if (share === 0) continue
    for (let channel = 0; channel < 4; channel++)
      pixels[pixel * 4 + channel] = table(channel, inkAt(raster, pixel, channel), share)
  }
  const hard = alpha?.some(value => value === 0) ? { alpha: alpha.map(value => (value === 0 ? 0 : 255)) } : {}
  return { id: `${raster.id} ${recolor.key}`, width, height, space: 'cmyk', pixels, ...hard }
}

/** Ink of a pixel from 0 to 255; gray counts up from black. */
function inkAt({ space, pixels }: Raster, pixel: number, channel: number): number {
  if (space === 'cmyk') return pixels[pixel * 4 + channel] ?? 0
  return channel === 3 ? 255 - (pixels[pixel] ?? 255) : 0
}

/** Values are worked out once each: channel, ink, share. */
function tableOf({ ink }: Recolor): (channel: number, value: number, share: number) => number {
  const known = new Map<number, number>()
  return (channel, value, share) => {
    const at = (channel * 256 + value) * 256 + share
    const before = known.get(at)
    if (before !== undefined) return before
    const percent = value / 2.55
    const name = CHANNELS[channel] ?? 'k'
    const laid = ink(cmyk(percent, percent, percent, percent), share / 255)[name]
    const byte = Math.round(laid * 2.55)
    known.set(at, byte)
    return byte
  }
}
