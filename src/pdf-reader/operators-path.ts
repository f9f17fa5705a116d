// Paths: construction, clipping and painting (ISO 32000-1 tables 59 to 61), and `sh`.
import { applyMatrix, intersect, scaleOf } from './graphics-state.ts'
import { asDict, nameIn } from './object.ts'
import { paintWithPatterns } from './operators-object.ts'
import type { Rect } from './page.ts'
import type { Operator, Walk } from './walk.ts'

const add =
  (count: number, operator: string): Operator =>
  (walk, operands) => {
    const numbers = walk.numbers(operands, count, operator)
    if (!numbers) return
    for (let at = 0; at + 1 < numbers.length; at += 2)
      walk.path.points.push(applyMatrix(walk.state.ctm, numbers[at] ?? 0, numbers[at + 1] ?? 0))
  }

const start = add(2, 'm')

function rectangle(walk: Walk, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
  const { ctm } = walk.state
  walk.path.subpaths++
  walk.path.points.push(
    applyMatrix(ctm, x, y),
    applyMatrix(ctm, x + width, y),
    applyMatrix(ctm, x + width, y + height),
    applyMatrix(ctm, x, y + height),
  )
}

const paint =
  (fills: boolean, strokes: boolean): Operator =>
  walk => {
    const bounds = walk.pathBounds()
    if ((fills || strokes) && bounds) {
      const { state } = walk
      const lineWidth = state.lineWidth * scaleOf(state.ctm)
      walk.paint({
        ...walk.common(strokes ? grow(bounds, lineWidth / 2) : bounds),
        kind: 'path',
        ...(fills && { fill: state.fill }),
        ...(strokes && { stroke: state.stroke }),
        lineWidth,
        subpaths: walk.path.subpaths,
      })
      if (fills) paintWithPatterns(walk, state.fill)
      if (strokes) paintWithPatterns(walk, state.stroke)
    }
    endPath(walk, bounds)
  }

const grow = ([left, bottom, right, top]: Rect, by: number): Rect => [left - by, bottom - by, right + by, top + by]

function endPath(walk: Walk, bounds: Rect | undefined): void {
  if (walk.clipping) {
    const clip = bounds && intersect(bounds, walk.state.clip)
    if (clip) walk.state.clip = clip
    else walk.state.clippedOut = true
  }
  walk.clipping = false
  walk.path = { points: [], subpaths: 0 }
}

const clip: Operator = walk => {
  walk.clipping = true
}

export const pathOperators: Readonly<Record<string, Operator>> = {
  m: (walk, operands) => {
    walk.path.subpaths++
    start(walk, operands)
  },
  l: add(2, 'l'),
  c: add(6, 'c'),
  v: add(4, 'v'),
  y: add(4, 'y'),
  h: () => {},
  re: (walk, operands) => {
    const numbers = walk.numbers(operands, 4, 're')
    if (numbers) rectangle(walk, numbers)
  },
  S: paint(false, true),
  s: paint(false, true),
  f: paint(true, false),
  F: paint(true, false),
  'f*': paint(true, false),
  B: paint(true, true),
  'B*': paint(true, true),
  b: paint(true, true),
  'b*': paint(true, true),
  n: paint(false, false),
  W: clip,
  'W*': clip,
  sh: (walk, operands) => {
    const resource = walk.resource('Shading', nameIn(operands))
    const dict = asDict(resource?.value)
    if (!dict || !resource) return
    const space = walk.space(dict.entries.get('ColorSpace'))
    walk.paint({ ...walk.common(walk.state.clip), kind: 'shading', space, shading: resource.object })
  },
}
