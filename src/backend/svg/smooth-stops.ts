// Gradients run from ink to ink, screens from RGB to RGB: enough stops are put in between that the eye sees no difference.

import { screenDifference } from '../../color/srgb-lab.ts'
import type { Ink, Stop } from '../../model/ink.ts'
import { rgbOf, type ScreenStop } from './look.ts'

/** ΔE by which a straight line between two stops may miss the true colour; what lies between the samples stays under 1. */
const TOLERANCE = 0.6

/** Where a piece is looked at, from one stop to the next. */
const SAMPLES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

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
  return SAMPLES.every(share => {
    const truth = between(a, b, share)
    const line = (channel: 0 | 1 | 2): number => lerp(from[channel], to[channel], share)
    return !truth || screenDifference(rgbOf(colorOf(truth.ink)), [line(0), line(1), line(2)]) <= TOLERANCE
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
