// Stretches of the cut, halved again and again: what is settled for a whole stretch is not looked at place by place.
import type { Box, Point } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { isNear } from './shape.ts'

export type BleedSample = {
  readonly at: Point
  /** Unit vector away from the piece. */
  readonly out: Point
  /** From the cut to the end of the bleed. */
  readonly reach: Mm
}

/** A surface that ends this near the cut was meant to touch it. */
export const NEAR: Mm = 0.48

/** The end of the bleed is cut into pixels and rounded: this much of it may lack. */
export const SLACK: Mm = 0.05

/** Samples from one index up to another, not included. */
export type Stretch = {
  readonly from: number
  readonly to: number
  /** Holds all that is asked about: from just inside the cut to the end of the bleed. Absent where there is no bleed. */
  readonly box: Box | undefined
  readonly halves: readonly Stretch[]
}

/** Samples looked at one by one. */
const FEW = 16

export function stretchOf(samples: readonly BleedSample[], from = 0, to = samples.length): Stretch {
  if (to - from <= FEW) return { from, to, box: boxOf(samples.slice(from, to)), halves: [] }
  const middle = (from + to) >> 1
  const halves = [stretchOf(samples, from, middle), stretchOf(samples, middle, to)]
  return { from, to, box: around(halves.flatMap(({ box }) => (box ? [box] : []))), halves }
}

function boxOf(samples: readonly BleedSample[]): Box | undefined {
  const ends = samples
    .filter(({ reach }) => reach > SLACK)
    .flatMap(sample => [-NEAR, sample.reach - SLACK].map(far => pointAt(sample, far)))
  return around(ends.map(([x, y]) => ({ x, y, width: 0, height: 0 })))
}

const pointAt = ({ at, out }: BleedSample, far: Mm) => [at[0] + out[0] * far, at[1] + out[1] * far] as const

function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  const width = Math.max(...boxes.map(box => box.x + box.width)) - x
  return { x, y, width, height: Math.max(...boxes.map(box => box.y + box.height)) - y }
}

/** Whether a box comes near to what is asked about on a stretch. */
export const comesTo = (box: Box, { box: own, halves }: Stretch): boolean =>
  own !== undefined && isNear(box, own, 0) && (halves.length === 0 || halves.some(half => comesTo(box, half)))
