// How much of each pixel a shape covers: scanlines, four to a row, with exact ends.

/** A picture of a rectangle of the page: `density` pixels a point, rows from the top. */
export type Grid = {
  readonly left: number
  readonly top: number
  readonly density: number
  readonly width: number
  readonly height: number
}

/** Polygons as x, y, x, y… in points of the page, each closed by itself. */
export type Polygons = readonly (readonly number[])[]

/** Coverage from 0 to 1 of a rectangle of a grid: columns from x0 to x1, rows from y0 to y1. */
export type Mask = {
  readonly values: Float32Array
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}

const LINES = 4

type Crossing = { readonly x: number; readonly turn: number }

/** The pixels that a shape may touch; they are all that is looked at. */
function boundsOf(polygons: Polygons, grid: Grid): Omit<Mask, 'values'> {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const polygon of polygons)
    for (let at = 0; at + 1 < polygon.length; at += 2) {
      const [x = 0, y = 0] = [polygon[at], polygon[at + 1]]
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = Math.min(bottom, y)
      top = Math.max(top, y)
    }
  const column = (x: number): number => Math.max(0, Math.min(grid.width, (x - grid.left) * grid.density))
  const row = (y: number): number => Math.max(0, Math.min(grid.height, (grid.top - y) * grid.density))
  if (!(left <= right && bottom <= top)) return { x0: 0, x1: 0, y0: 0, y1: 0 }
  return {
    x0: Math.floor(column(left)),
    x1: Math.ceil(column(right)),
    y0: Math.floor(row(top)),
    y1: Math.ceil(row(bottom)),
  }
}

export function cover(polygons: Polygons, evenOdd: boolean, grid: Grid): Mask {
  const { x0, x1, y0, y1 } = boundsOf(polygons, grid)
  const width = x1 - x0
  const values = new Float32Array(width * (y1 - y0))
  for (const [line, crossings] of crossingsOf(polygons, grid, y0, y1)) {
    crossings.sort((a, b) => a.x - b.x)
    const row = (Math.floor(line / LINES) - y0) * width - x0
    let turns = 0
    for (let index = 0; index + 1 < crossings.length; index++) {
      turns += crossings[index]?.turn ?? 0
      if (evenOdd ? turns % 2 === 0 : turns === 0) continue
      const from = Math.max(x0, crossings[index]?.x ?? 0)
      const to = Math.min(x1, crossings[index + 1]?.x ?? 0)
      if (to > from) span(values, row, from, to)
    }
  }
  return { values, x0, x1, y0, y1 }
}

function span(values: Float32Array, row: number, from: number, to: number): void {
  for (let x = Math.floor(from); x < to; x++) {
    const share = Math.min(x + 1, to) - Math.max(x, from)
    values[row + x] = Math.min(1, (values[row + x] ?? 0) + share / LINES)
  }
}

/** Where edges cross the scanlines of the grid, by line. */
function crossingsOf(polygons: Polygons, grid: Grid, y0: number, y1: number): Map<number, Crossing[]> {
  const rows = new Map<number, Crossing[]>()
  const [first, last] = [y0 * LINES, y1 * LINES - 1]
  for (const polygon of polygons) {
    const count = polygon.length / 2
    for (let index = 0; index < count; index++) {
      const next = (index + 1) % count
      const ax = ((polygon[2 * index] ?? 0) - grid.left) * grid.density
      const ay = (grid.top - (polygon[2 * index + 1] ?? 0)) * grid.density * LINES
      const bx = ((polygon[2 * next] ?? 0) - grid.left) * grid.density
      const by = (grid.top - (polygon[2 * next + 1] ?? 0)) * grid.density * LINES
      if (ay === by || !Number.isFinite(ax + ay + bx + by)) continue
      const from = Math.max(first, Math.ceil(Math.min(ay, by) - 0.5))
      const to = Math.min(last, Math.ceil(Math.max(ay, by) - 0.5) - 1)
      for (let line = from; line <= to; line++) {
        const x = ax + ((line + 0.5 - ay) / (by - ay)) * (bx - ax)
        const crossings = rows.get(line) ?? []
        crossings.push({ x, turn: by > ay ? 1 : -1 })
        rows.set(line, crossings)
      }
    }
  }
  return rows
}
