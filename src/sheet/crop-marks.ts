// Crop marks at the corners of the trim and register targets in the middle of its sides.
import { ellipsePath, type Path, roundPath } from '../model/geometry.ts'
import type { Ink } from '../model/ink.ts'
import { fromPt, type Mm, roundMm } from '../model/length.ts'
import type { PathMark, Sheet } from '../model/sheet.ts'
import { LENGTH, type Strips } from './mark-room.ts'

/** 0.25 pt, the trade's habit: seen by an eye and a camera, covered by a blade. */
const WEIGHT = roundMm(fromPt(0.25))

const stroke = (path: Path, paint: Ink): PathMark => ({
  kind: 'path',
  path: roundPath(path),
  stroke: { paint, width: WEIGHT, cap: 'butt', join: 'miter', miterLimit: 10 },
})

const line = (x1: Mm, y1: Mm, x2: Mm, y2: Mm, ink: Ink): PathMark =>
  stroke(
    [
      ['M', x1, y1],
      ['L', x2, y2],
    ],
    ink,
  )

/** Two strokes at each corner, from beyond the bleed outwards; each side keeps its own distance. */
export function cropMarks({ width, height }: Sheet, { near, far }: Strips, ink: Ink): readonly PathMark[] {
  const rows = [0, height].flatMap(y => [
    line(-far[3], y, -near[3], y, ink),
    line(width + near[1], y, width + far[1], y, ink),
  ])
  const columns = [0, width].flatMap(x => [
    line(x, -far[0], x, -near[0], ink),
    line(x, height + near[2], x, height + far[2], ink),
  ])
  return [...rows, ...columns]
}

/** A cross of the strip's width and a circle inside it. */
const ARM = LENGTH / 2
const RADIUS: Mm = 1.5

const target = (x: Mm, y: Mm, ink: Ink): readonly PathMark[] => [
  stroke(ellipsePath(x, y, RADIUS), ink),
  line(x - ARM, y, x + ARM, y, ink),
  line(x, y - ARM, x, y + ARM, ink),
]

export const targets = ({ width, height }: Sheet, { near }: Strips, ink: Ink): readonly PathMark[] => [
  ...target(width / 2, -near[0] - ARM, ink),
  ...target(width + near[1] + ARM, height / 2, ink),
  ...target(width / 2, height + near[2] + ARM, ink),
  ...target(-near[3] - ARM, height / 2, ink),
]
