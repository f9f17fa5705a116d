// Spares the area what adds nothing to it: on a full background, all the rest. Rectangles are told at a glance.
import type { Assets } from '../model/assets.ts'
import {
  type Box,
  type Matrix,
  multiply,
  outset,
  type Point,
  pathBounds,
  transformBox,
  transformPoint,
} from '../model/geometry.ts'
import { isInk, type Mark, type PathMark } from '../model/sheet.ts'
import { markBounds } from '../text/measure.ts'
import { NOTHING } from './solid.ts'

/** A few large ones hide nearly all that can be hidden. */
const MOST = 8

/** The largest upright rectangles filled among marks and in their plain groups, in the sheet's space. */
export function covers(marks: readonly Mark[], matrix: Matrix): readonly Box[] {
  const found = marks.flatMap(mark => coversOf(mark, matrix))
  return found.sort((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST)
}

function coversOf(mark: Mark, matrix: Matrix): readonly Box[] {
  if (mark.kind === 'path') return rectangle(mark, matrix) ?? []
  if (mark.kind !== 'group' || mark.clip || mark.mask || (mark.opacity ?? 1) < NOTHING) return []
  return covers(mark.marks, mark.transform ? multiply(matrix, mark.transform) : matrix)
}

function rectangle({ path, fill }: PathMark, matrix: Matrix): readonly [Box] | undefined {
  if (!fill || !isInk(fill) || path.length > 6 || path.length < 4) return undefined
  const points = path.flatMap((segment): Point[] =>
    segment[0] === 'M' || segment[0] === 'L' ? [[segment[1], segment[2]]] : [],
  )
  const isOne = path[0]?.[0] === 'M' && path.every(([kind], index) => (kind === 'M') === (index === 0) && kind !== 'C')
  const [a, b, c, d, again = a] = points.map(point => transformPoint(matrix, point))
  if (!isOne || !a || !b || !c || !d || !again || points.length > 5 || again[0] !== a[0] || again[1] !== a[1])
    return undefined
  const across = a[1] === b[1] && b[0] === c[0] && c[1] === d[1] && d[0] === a[0]
  const down = a[0] === b[0] && b[1] === c[1] && c[0] === d[0] && d[1] === a[1]
  if (!across && !down) return undefined
  const [x, y] = [Math.min(a[0], c[0]), Math.min(a[1], c[1])]
  return [{ x, y, width: Math.abs(c[0] - a[0]), height: Math.abs(c[1] - a[1]) }]
}

/** Whether a mark surely lies within one of the boxes. */
export function isHidden(mark: Mark, matrix: Matrix, boxes: readonly Box[], assets: Assets): boolean {
  if (boxes.length === 0 || mark.kind === 'group') return false
  const own = extent(mark, assets)
  if (!own) return true
  const { x, y, width, height } = transformBox(own, matrix)
  return boxes.some(
    box => box.x <= x && box.y <= y && box.x + box.width >= x + width && box.y + box.height >= y + height,
  )
}

/** A box that holds what a mark paints, in its own space; undefined when it paints nothing. */
function extent(mark: Exclude<Mark, { kind: 'group' }>, assets: Assets): Box | undefined {
  switch (mark.kind) {
    case 'path': {
      const bounds = pathBounds(mark.path)
      if (!bounds || !mark.stroke) return bounds
      const reach =
        (mark.stroke.width / 2) * Math.max(Math.SQRT2, mark.stroke.join === 'miter' ? mark.stroke.miterLimit : 1)
      return outset(bounds, [reach, reach, reach, reach])
    }
    case 'glyphs':
      return markBounds(assets.font(mark.font), mark)
    case 'image':
      return transformBox({ x: 0, y: 0, width: 1, height: 1 }, mark.matrix)
  }
}
