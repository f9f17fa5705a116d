// Gradients run from ink to ink, screens from RGB to RGB: enough stops are put in between that the eye sees no difference.
import type { Ink, Stop } from '../../model/ink.ts'
import { rgbOf, type ScreenStop } from './look.ts'

/** Levels of 255 by which a straight line between two stops may miss the true colour: under one ΔE everywhere (a test). */
const TOLERANCE = 1.25

/** At most 2^6 pieces between two stops. */
const DEPTH = 6

/**
 * @param colorOf the look of an ink
 * @param isDeclared whether an ink has a look of its own, that no ink between two others shares
 */
export function smoothStops(
  stops: readonly Stop[],
  colorOf: (ink: Ink) => string,
  isDeclared: (ink: Ink) => boolean = () => false,
): readonly ScreenStop[] {
  const out: ScreenStop[] = []
  const put = ({ at, ink, alpha }: Stop): void => {
    out.push({ at, color: colorOf(ink), alpha })
  }
  stops.forEach((stop, index) => {
    const before = stops[index - 1]
    if (before && !isDeclared(before.ink) && !isDeclared(stop.ink)) divide(before, stop, colorOf, put, DEPTH)
    put(stop)
  })
  return out
}

/** Puts the stops that are needed strictly between two others. */
function divide(a: Stop, b: Stop, colorOf: (ink: Ink) => string, put: (stop: Stop) => void, depth: number): void {
  if (depth === 0 || a.at === b.at || isStraight(a, b, colorOf)) return
  const middle = between(a, b, 0.5)
  if (!middle) return
  divide(a, middle, colorOf, put, depth - 1)
  put(middle)
  divide(middle, b, colorOf, put, depth - 1)
}

function isStraight(a: Stop, b: Stop, colorOf: (ink: Ink) => string): boolean {
  const from = rgbOf(colorOf(a.ink))
  const to = rgbOf(colorOf(b.ink))
  return [0.25, 0.5, 0.75].every(share => {
    const truth = between(a, b, share)
    if (!truth) return true
    return rgbOf(colorOf(truth.ink)).every((channel, index) => {
      const start = from[index] ?? 0
      const line = start + ((to[index] ?? 0) - start) * share
      return Math.abs(channel - line) <= TOLERANCE
    })
  })
}

/** The stop between two others; none when their inks do not mix on one plate, where a screen's own mixture is as good. */
function between(a: Stop, b: Stop, share: number): Stop | undefined {
  const ink = mix(a.ink, b.ink, share)
  return ink && { at: lerp(a.at, b.at, share), ink, alpha: lerp(a.alpha, b.alpha, share) }
}

function mix(a: Ink, b: Ink, share: number): Ink | undefined {
  if (a.kind === 'cmyk' && b.kind === 'cmyk')
    return {
      kind: 'cmyk',
      c: lerp(a.c, b.c, share),
      m: lerp(a.m, b.m, share),
      y: lerp(a.y, b.y, share),
      k: lerp(a.k, b.k, share),
    }
  return undefined
}

const lerp = (a: number, b: number, share: number): number => a + (b - a) * share
