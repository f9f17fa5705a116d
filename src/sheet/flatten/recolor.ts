// A leaf in other inks: each of its colours through one function, its gradient stop by stop, its pixels channel by channel.
import type { Raster } from '../../model/assets.ts'
import {
  type Cmyk,
  cmyk,
  type Gradient,
  type Ink,
  type Paint,
  type Spot,
  type Stop,
  totalInk,
} from '../../model/ink.ts'
import { isInk } from '../../model/sheet.ts'
import { inkKey } from '../walk.ts'

/** From an ink and its alpha to what is seen. */
export type Recolor = {
  /** Undefined when no single paint lays what is then on the plates: a spot and process inks together. */
  readonly ink: (ink: Ink, alpha: number) => Ink | undefined
  /** The same for pixels, plate by plate; absent when a spot is involved, which pixels cannot hold. */
  readonly pixel?: (ink: Cmyk, alpha: number) => Cmyk
  /** Whether alpha and ink changing together still give a straight line between two stops. */
  readonly isStraight: boolean
  /** Tells pictures apart. */
  readonly key: string
}

/** Between two stops whose colours do not run straight: the chord is off by less than 0.1 % of ink. */
const STEPS = 16

/** The paint in other inks, every stop opaque; undefined when one of its inks has none. */
export function recolorPaint(paint: Paint, recolor: Recolor): Paint | undefined {
  if (isInk(paint)) return recolor.ink(paint, 1)
  const stops = recolorStops(paint, recolor)
  return stops && { ...paint, stops }
}

function recolorStops({ stops }: Gradient, recolor: Recolor): readonly Stop[] | undefined {
  const seen: Stop[] = []
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1]
    const between = before && !isLine(before, stop, recolor) ? betweenStops(before, stop) : []
    if (!between) return undefined
    for (const { at, ink, alpha } of [...between, stop]) {
      const recolored = recolor.ink(ink, alpha)
      if (!recolored) return undefined
      seen.push({ at, ink: recolored, alpha: 1 })
    }
  }
  return seen
}

/** Ink times alpha is a curve as soon as both change. */
const isLine = (a: Stop, b: Stop, { isStraight }: Recolor): boolean =>
  isStraight && (a.alpha === b.alpha || inkKey(a.ink) === inkKey(b.ink))

/** Undefined when the inks between two stops are on plates that no single stop has. */
function betweenStops(a: Stop, b: Stop): readonly Stop[] | undefined {
  if (b.at <= a.at) return []
  const stops: Stop[] = []
  for (let step = 1; step < STEPS; step++) {
    const t = step / STEPS
    const ink = inkBetween(a.ink, b.ink, t)
    if (!ink) return undefined
    stops.push({ at: line(a.at, b.at, t), ink, alpha: line(a.alpha, b.alpha, t) })
  }
  return stops
}

const line = (p: number, q: number, t: number): number => p + (q - p) * t

/** Paper is no ink on any plate: a spot may fade to it. */
function inkBetween(from: Ink, to: Ink, t: number): Ink | undefined {
  if (from.kind === 'cmyk' && to.kind === 'cmyk')
    return cmyk(line(from.c, to.c, t), line(from.m, to.m, t), line(from.y, to.y, t), line(from.k, to.k, t))
  const spot = from.kind === 'spot' ? from : to
  if (spot.kind !== 'spot' || !isOn(spot, from) || !isOn(spot, to)) return undefined
  return { ...spot, tint: line(tintOn(from), tintOn(to), t) }
}

const isOn = (spot: Spot, ink: Ink): boolean =>
  totalInk(ink) === 0 || inkKey({ ...spot, tint: 0 }) === inkKey(ink.kind === 'spot' ? { ...ink, tint: 0 } : ink)

const tintOn = (ink: Ink): number => (ink.kind === 'spot' ? ink.tint : 0)

const CHANNELS = ['c', 'm', 'y', 'k'] as const

/**
 * The picture in other inks; undefined when pixels cannot hold them. Where it is not there at all it stays so: a hard mask, which every standard knows.
 * Each plate is looked up in a table, so the function must work ink by ink.
 */
export function recolorRaster(raster: Raster, { key, pixel: recolor }: Recolor): Raster | undefined {
  if (!recolor) return undefined
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
  return { id: `${raster.id} ${key}`, width, height, space: 'cmyk', pixels, ...hard }
}

/** Ink of a pixel from 0 to 255; gray counts up from black. */
function inkAt({ space, pixels }: Raster, pixel: number, channel: number): number {
  if (space === 'cmyk') return pixels[pixel * 4 + channel] ?? 0
  return channel === 3 ? 255 - (pixels[pixel] ?? 255) : 0
}

/** Values are worked out once each: channel, ink, share. */
function tableOf(ink: (ink: Cmyk, alpha: number) => Cmyk): (channel: number, value: number, share: number) => number {
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
