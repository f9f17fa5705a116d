// Brings pixels down to a limit of total ink: between the nodes of a grid of colours, each solved when first needed.
import type { Cmyk } from '../model/ink.ts'
import { cmyk } from '../model/ink.ts'
import { lessInk, type Measure } from './less-ink.ts'

/** Nodes on each axis of the grid: 10 steps of 10 %. Twice as fine gains nothing the eye sees (docs/couleurs.fr.md). */
const NODES = 11
const STEP = 100 / (NODES - 1)

/** Four inks rounded to 8 bits may add up to this much more than they were, in percent: no reason to touch them. */
export const ROUNDING = 0.8

export type InkLimiter = {
  /** A colour within the limit, rounded to 0.1 %; itself when it already is. */
  color(ink: Cmyk): Cmyk
  /** CMYK pixels within the limit; the very same array when all already are. */
  pixels(cmyk: Uint8Array): Uint8Array
}

export function inkLimiter(measure: Measure, limit: number): InkLimiter {
  let grid: Grid | undefined
  return {
    color(ink) {
      const { c, m, y, k } = ink
      if (c + m + y + k <= limit + 0.05) return ink
      const less = lessInk(Float64Array.of(c, m, y, k), limit, measure)
      // Down, so that rounding adds no ink.
      const [cyan = 0, magenta = 0, yellow = 0, black = 0] = less.map(share => Math.floor(share * 10 + 1e-6) / 10)
      return cmyk(cyan, magenta, yellow, black)
    },
    pixels(pixels) {
      const most = Math.round((limit + ROUNDING) * 2.55)
      if (!exceeds(pixels, most)) return pixels
      grid ??= makeGrid()
      solveNodes(nodesAround(pixels, most, grid), grid, measure, limit)
      return limited(pixels, most, grid)
    },
  }
}

const totalAt = (pixels: Uint8Array, at: number): number =>
  (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) + (pixels[at + 3] ?? 0)

function exceeds(pixels: Uint8Array, most: number): boolean {
  for (let at = 0; at < pixels.length; at += 4) if (totalAt(pixels, at) > most) return true
  return false
}

type Grid = { readonly inks: Float32Array; readonly known: Uint8Array }

const makeGrid = (): Grid => {
  const count = NODES * NODES * NODES * NODES
  return { inks: new Float32Array(count * 4), known: new Uint8Array(count) }
}

/** The nodes that pixels over the limit lie between and that are not known yet: a photo needs a few hundreds. */
function nodesAround(pixels: Uint8Array, most: number, { known }: Grid): readonly number[] {
  const needed: number[] = []
  for (let at = 0; at < pixels.length; at += 4) {
    if (totalAt(pixels, at) <= most || (at > 0 && sameAt(pixels, at, at - 4))) continue
    const base = baseOf(pixels, at)
    for (const offset of CORNERS) {
      if (known[base + offset]) continue
      known[base + offset] = 1
      needed.push(base + offset)
    }
  }
  return needed
}

/** A node over the limit is solved, another is itself. Mixing them never exceeds the limit. */
function solveNodes(nodes: readonly number[], { inks }: Grid, measure: Measure, limit: number): void {
  const over: number[] = []
  for (const node of nodes) {
    const own = inksOfNode(node)
    inks.set(own, node * 4)
    if (own[0] + own[1] + own[2] + own[3] > limit) over.push(node)
  }
  const colors = new Float64Array(over.length * 4)
  over.forEach((node, index) => colors.set(inksOfNode(node), index * 4))
  const less = lessInk(colors, limit, measure)
  over.forEach((node, index) => inks.set(less.subarray(index * 4, index * 4 + 4), node * 4))
}

const inksOfNode = (node: number): readonly [number, number, number, number] => [
  Math.floor(node / (NODES * NODES * NODES)) * STEP,
  (Math.floor(node / (NODES * NODES)) % NODES) * STEP,
  (Math.floor(node / NODES) % NODES) * STEP,
  (node % NODES) * STEP,
]

function limited(pixels: Uint8Array, most: number, { inks }: Grid): Uint8Array {
  const result = pixels.slice()
  for (let at = 0; at < pixels.length; at += 4) {
    if (totalAt(pixels, at) <= most) continue
    // Photos repeat their darkest colour over whole areas.
    if (at > 0 && sameAt(pixels, at, at - 4)) result.copyWithin(at, at - 4, at)
    else mix(pixels, at, inks, result)
  }
  return result
}

const sameAt = (pixels: Uint8Array, one: number, other: number): boolean =>
  pixels[one] === pixels[other] &&
  pixels[one + 1] === pixels[other + 1] &&
  pixels[one + 2] === pixels[other + 2] &&
  pixels[one + 3] === pixels[other + 3]

const STRIDES = [NODES * NODES * NODES, NODES * NODES, NODES, 1] as const

/** From a node to the sixteen corners of its cell: a bit for each ink, cyan the highest. */
const CORNERS = Array.from({ length: 16 }, (_, corner) =>
  STRIDES.reduce((sum, stride, ink) => sum + ((corner >> (3 - ink)) & 1) * stride, 0),
)

const placeOf = (byte: number): number => (byte * (NODES - 1)) / 255

const lowOf = (byte: number): number => Math.min(NODES - 2, Math.floor(placeOf(byte)))

const baseOf = (pixels: Uint8Array, at: number): number =>
  STRIDES.reduce((base, stride, ink) => base + lowOf(pixels[at + ink] ?? 0) * stride, 0)

/** Between the sixteen nodes around a colour. */
function mix(pixels: Uint8Array, at: number, inks: Float32Array, result: Uint8Array): void {
  const share = (ink: number): number => placeOf(pixels[at + ink] ?? 0) - lowOf(pixels[at + ink] ?? 0)
  const [c, m, y, k] = [share(0), share(1), share(2), share(3)]
  const base = baseOf(pixels, at)
  let [cyan, magenta, yellow, black] = [0, 0, 0, 0]
  for (let corner = 0; corner < 16; corner++) {
    const weight =
      (corner & 8 ? c : 1 - c) * (corner & 4 ? m : 1 - m) * (corner & 2 ? y : 1 - y) * (corner & 1 ? k : 1 - k)
    const node = (base + (CORNERS[corner] ?? 0)) * 4
    cyan += weight * (inks[node] ?? 0)
    magenta += weight * (inks[node + 1] ?? 0)
    yellow += weight * (inks[node + 2] ?? 0)
    black += weight * (inks[node + 3] ?? 0)
  }
  // Down, so that rounding adds no ink.
  for (const [ink, percent] of [cyan, magenta, yellow, black].entries())
    result[at + ink] = Math.floor(percent * 2.55 + 1e-3)
}
