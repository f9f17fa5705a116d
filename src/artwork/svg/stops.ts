// Stops of gradients: repeated beyond their ends, and multiplied so that inks follow the hues a screen would show.
import { deltaE76 } from '../../color/delta-e.ts'
import { grayInk } from '../../color/gray.ts'
import type { Point } from '../../model/geometry.ts'
import { type Cmyk, cmyk, type Gradient, type Ink, type Stop } from '../../model/ink.ts'
import type { Color, Rgb } from './color.ts'
import type { Palette } from './palette.ts'
import { inkOf, rgbOf, type Scene } from './scene.ts'

/** A gradient without its stops. */
export type Shape = Gradient extends infer G ? (G extends Gradient ? Omit<G, 'stops'> : never) : never

export type ScreenStop = { readonly at: number; readonly color: Color; readonly alpha: number }

/** Halvings between two stops: 16 parts hold any two colours well under one ΔE. */
const MAX_HALVINGS = 4
/** Largest difference between the ink in the middle and the screen's colour in the middle. */
const TOLERANCE = 1

/** Stops in inks. Screens mix red, green and blue, presses mix inks: stops are added where the two would differ. */
export function refineStops(stops: readonly ScreenStop[], palette: Palette, scene: Scene): Stop[] {
  const inked = stops.map(stop => ({ ...stop, ink: inkOf(stop.color, palette, scene) }))
  return inked.flatMap(({ at, alpha, ink, color }, index) => {
    const stop: Stop = { at: round(at), ink, alpha: round(alpha) }
    const next = inked[index + 1]
    if (!next || palette !== 'ink' || color.ink || next.color.ink || next.at - at < 1e-6) return [stop]
    const between = {
      from: { ...stop, rgb: rgbOf(color, scene) },
      to: { at: next.at, ink: next.ink, alpha: next.alpha, rgb: rgbOf(next.color, scene) },
    }
    return [stop, ...middles(between.from, between.to, MAX_HALVINGS, scene)]
  })
}

type Point3 = { readonly at: number; readonly ink: Ink; readonly alpha: number; readonly rgb: Rgb }

function middles(from: Point3, to: Point3, halvings: number, scene: Scene): Stop[] {
  if (halvings === 0 || from.ink.kind !== 'cmyk' || to.ink.kind !== 'cmyk') return []
  const rgb: Rgb = [mean(from.rgb[0], to.rgb[0]), mean(from.rgb[1], to.rgb[1]), mean(from.rgb[2], to.rgb[2])]
  const ink = middleInk(from.ink, to.ink, [Math.round(rgb[0]), Math.round(rgb[1]), Math.round(rgb[2])], scene)
  const at = mean(from.at, to.at)
  const middle: Point3 = { at, ink, alpha: mean(from.alpha, to.alpha), rgb }
  const mixed = mixInks(from.ink, to.ink)
  const far = ink.kind !== 'cmyk' || deltaE76(scene.profile.lab(mixed), scene.profile.lab(ink)) > TOLERANCE
  // The first halving is always looked at twice: two mixes may agree in the middle and differ at the quarters.
  if (!far && halvings < MAX_HALVINGS) return []
  const before = middles(from, middle, halvings - 1, scene)
  const after = middles(middle, to, halvings - 1, scene)
  if (!far && before.length === 0 && after.length === 0) return []
  return [...before, { at: round(at), ink, alpha: round(middle.alpha) }, ...after]
}

/** Between two grays of black alone all is gray, whatever cast a designer's black has: four inks would come and go. */
function middleInk(from: Cmyk, to: Cmyk, rgb: Rgb, scene: Scene): Ink {
  const [r, g, b] = rgb
  return isGray(from) && isGray(to)
    ? grayInk(scene.profile, Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b))
    : inkOf({ rgb, alpha: 1 }, 'ink', scene)
}

const isGray = ({ c, m, y }: Cmyk): boolean => c === 0 && m === 0 && y === 0

const mean = (one: number, other: number): number => (one + other) / 2

const mixInks = (one: Cmyk, other: Cmyk): Cmyk =>
  cmyk(mean(one.c, other.c), mean(one.m, other.m), mean(one.y, other.y), mean(one.k, other.k))

const round = (value: number): number => Math.round(value * 1e5) / 1e5

const MAX_TURNS = 100
/** In one gradient, repeats included. */
const MAX_STOPS = 5000

/** Repeats or reflects stops over all the corners of an area; nothing when that takes too many turns. */
export function spread(
  shape: Shape,
  stops: readonly ScreenStop[],
  reflect: boolean,
  corners: readonly Point[],
): { readonly shape: Shape; readonly stops: readonly ScreenStop[] } | undefined {
  const [low, high] = reachOf(shape, corners)
  const first = Math.min(0, Math.floor(low))
  const last = Math.max(1, Math.ceil(high))
  const turns = last - first
  if (!(turns <= MAX_TURNS) || turns * stops.length > MAX_STOPS) return undefined
  const repeated = Array.from({ length: turns }, (_, index) => oneTurn(stops, first + index, reflect)).flat()
  const wide = repeated.map(stop => ({ ...stop, at: (stop.at - first) / turns }))
  return { shape: stretch(shape, first, last), stops: wide }
}

function oneTurn(stops: readonly ScreenStop[], turn: number, reflect: boolean): ScreenStop[] {
  if (!reflect || turn % 2 === 0) return stops.map(stop => ({ ...stop, at: stop.at + turn }))
  return [...stops].reverse().map(stop => ({ ...stop, at: 1 - stop.at + turn }))
}

/** From where to where the corners lie, in turns of the gradient. */
function reachOf(shape: Shape, corners: readonly Point[]): readonly [number, number] {
  if (shape.kind === 'radial') {
    const distances = corners.map(([x, y]) => {
      const dx = x - shape.from[0]
      const dy = y - shape.from[1]
      return Math.sqrt(dx * dx + dy * dy)
    })
    // Circles grow slowest on the side of the focus: that side decides.
    const dx = shape.to[0] - shape.from[0]
    const dy = shape.to[1] - shape.from[1]
    const slowest = shape.toRadius - Math.sqrt(dx * dx + dy * dy)
    return [0, Math.max(...distances) / slowest]
  }
  const dx = shape.to[0] - shape.from[0]
  const dy = shape.to[1] - shape.from[1]
  const places = corners.map(([x, y]) => ((x - shape.from[0]) * dx + (y - shape.from[1]) * dy) / (dx * dx + dy * dy))
  return [Math.min(...places), Math.max(...places)]
}

function stretch(shape: Shape, first: number, last: number): Shape {
  const at = (turn: number): Point => [
    shape.from[0] + (shape.to[0] - shape.from[0]) * turn,
    shape.from[1] + (shape.to[1] - shape.from[1]) * turn,
  ]
  if (shape.kind === 'linear') return { kind: 'linear', from: at(first), to: at(last) }
  const growth = shape.toRadius - shape.fromRadius
  return { ...shape, to: at(last), toRadius: shape.fromRadius + growth * last }
}
