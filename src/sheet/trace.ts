// Traces the edge of what is solid in a picture of values: marching squares, the edge placed between pixels by their values.
import type { Point } from '../model/geometry.ts'

/** A picture of values from 0 to 255, row by row from the top. */
export type Field = { readonly width: number; readonly height: number; readonly values: Uint8Array }

type Side = 'top' | 'right' | 'bottom' | 'left'

/**
 * By the solid corners of a cell (1 top left, 2 top right, 4 bottom right, 8 bottom left): from which side the edge comes
 * in and by which it leaves, what is solid on its left; the two corners of a saddle stay apart.
 */
const STEPS: readonly (readonly (readonly [from: Side, to: Side])[])[] = [
  [],
  [['left', 'top']],
  [['top', 'right']],
  [['left', 'right']],
  [['right', 'bottom']],
  [
    ['left', 'top'],
    ['right', 'bottom'],
  ],
  [['top', 'bottom']],
  [['left', 'bottom']],
  [['bottom', 'left']],
  [['bottom', 'top']],
  [
    ['top', 'right'],
    ['bottom', 'left'],
  ],
  [['bottom', 'right']],
  [['right', 'left']],
  [['right', 'top']],
  [['top', 'left']],
  [],
]

/**
 * Rings around every place whose value is `level` or more, in pixels from the top-left corner of the picture; pixels
 * outside count as 0. Undefined when the edge has more than `most` corners.
 */
export function trace({ width, height, values }: Field, level: number, most: number): Point[][] | undefined {
  const stride = width + 1
  const value = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (values[y * width + x] ?? 0)
  const next = new Map<number, number>()
  // A side is known by the pixel at its start and by whether it goes across or down.
  const sideOf = (x: number, y: number, side: Side): number => {
    switch (side) {
      case 'top':
        return ((y + 1) * (stride + 1) + x + 1) * 2
      case 'bottom':
        return ((y + 2) * (stride + 1) + x + 1) * 2
      case 'left':
        return ((y + 1) * (stride + 1) + x + 1) * 2 + 1
      case 'right':
        return ((y + 1) * (stride + 1) + x + 2) * 2 + 1
    }
  }
  for (let y = -1; y < height; y++) {
    let left = (value(-1, y) >= level ? 1 : 0) | (value(-1, y + 1) >= level ? 8 : 0)
    for (let x = -1; x < width; x++) {
      const right = (value(x + 1, y) >= level ? 2 : 0) | (value(x + 1, y + 1) >= level ? 4 : 0)
      const cell = left | right
      left = (right & 2 ? 1 : 0) | (right & 4 ? 8 : 0)
      if (cell === 0 || cell === 15) continue
      for (const [from, to] of STEPS[cell] ?? []) next.set(sideOf(x, y, from), sideOf(x, y, to))
      if (next.size > most) return undefined
    }
  }
  const pointOn = (side: number): Point => {
    const at = Math.floor(side / 2)
    const [x, y] = [(at % (stride + 1)) - 1, Math.floor(at / (stride + 1)) - 1]
    const down = side % 2 === 1
    const [a, b] = [value(x, y), down ? value(x, y + 1) : value(x + 1, y)]
    const t = a === b ? 0.5 : (level - a) / (b - a)
    return down ? [x + 0.5, y + 0.5 + t] : [x + 0.5 + t, y + 0.5]
  }
  return ringsOf(next).map(ring => ring.map(pointOn))
}

function ringsOf(next: Map<number, number>): number[][] {
  const rings: number[][] = []
  for (const start of [...next.keys()]) {
    const ring: number[] = []
    let side: number | undefined = start
    while (side !== undefined && next.has(side)) {
      const following: number | undefined = next.get(side)
      next.delete(side)
      ring.push(side)
      side = following
    }
    if (ring.length > 2) rings.push(ring)
  }
  return rings
}
