// Paths: construction, clipping and painting (ISO 32000-1 tables 59 to 61), and `sh`.
import { intersect, scaleOf } from './graphics-state.ts'
import { asDict, nameIn } from './object.ts'
import { paintWithPatterns } from './operators-object.ts'
import { isUprightRect, type Outline, type StrokeStyle, subpathsOf, type Verb } from './outline.ts'
import type { Rect } from './page.ts'
import type { Operator, Walk } from './walk.ts'

/** Points in the page's space; the pairs of numbers of an operator, in order. */
function push({ path, state: { ctm } }: Walk, verb: Verb, numbers: readonly number[]): void {
  path.verbs.push(verb)
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const x = numbers[at] ?? 0
    const y = numbers[at + 1] ?? 0
    path.coords.push(ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5])
  }
}

const add =
  (verb: Verb, count: number, operator: string): Operator =>
  (walk, operands) => {
    const numbers = walk.numbers(operands, count, operator)
    if (numbers) push(walk, verb, numbers)
  }

/** `v` starts with the current point as its first handle, `y` ends with its last point as its second. */
const shortCurve =
  (operator: 'v' | 'y'): Operator =>
  (walk, operands) => {
    const numbers = walk.numbers(operands, 4, operator)
    if (!numbers) return
    const { path } = walk
    const [x = 0, y = 0] = path.coords.slice(-2)
    push(walk, 'C', operator === 'y' ? [...numbers, ...numbers.slice(2)] : numbers)
    if (operator === 'v') path.coords.splice(-4, 0, x, y)
  }

function rectangle(walk: Walk, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
  push(walk, 'M', [x, y])
  push(walk, 'L', [x + width, y])
  push(walk, 'L', [x + width, y + height])
  push(walk, 'L', [x, y + height])
  close(walk)
}

/** After a closing the current point is where the subpath began; a line that goes on starts there. */
function close({ path }: Walk): void {
  const last = path.verbs.at(-1)
  if (last !== undefined && last !== 'Z') path.verbs.push('Z')
}

type Painting = {
  readonly fills?: boolean
  readonly strokes?: boolean
  readonly evenOdd?: boolean
  readonly closes?: boolean
}

const paint =
  ({ fills = false, strokes = false, evenOdd = false, closes = false }: Painting): Operator =>
  walk => {
    if (closes) close(walk)
    const bounds = walk.pathBounds()
    if ((fills || strokes) && bounds) {
      const { state } = walk
      const lineWidth = state.lineWidth * scaleOf(state.ctm)
      const outline = walk.keepOutline()
      walk.paint(strokes ? grow(bounds, lineWidth / 2) : bounds, {
        kind: 'path',
        fill: fills ? state.fill : undefined,
        stroke: strokes ? state.stroke : undefined,
        style: strokes ? styleOf(walk) : undefined,
        lineWidth,
        subpaths: subpathsOf(walk.path),
        outline,
        evenOdd,
      })
      const shape = { outline, evenOdd }
      if (fills) paintWithPatterns(walk, state.fill, shape)
      if (strokes) paintWithPatterns(walk, state.stroke)
    }
    endPath(walk, bounds)
  }

function styleOf({ state }: Walk): StrokeStyle {
  const scale = scaleOf(state.ctm)
  const { cap, join, miterLimit, dash, dashPhase } = state
  return { cap, join, miterLimit, dash: dash.map(length => length * scale), phase: dashPhase * scale }
}

const grow = ([left, bottom, right, top]: Rect, by: number): Rect => [left - by, bottom - by, right + by, top + by]

function endPath(walk: Walk, bounds: Rect | undefined): void {
  const { state, clipping } = walk
  if (clipping) {
    const clip = bounds && intersect(bounds, state.clip)
    if (clip) state.clip = clip
    else state.clippedOut = true
    if (!isUprightRect(walk.path)) clipTo(walk, walk.keepOutline(), clipping === 'evenodd')
  }
  walk.clipping = undefined
  walk.path = { verbs: [], coords: [] }
}

function clipTo({ state }: Walk, outline: Outline | undefined, evenOdd: boolean): void {
  if (outline) state.clipPath = { outline, evenOdd, outer: state.clipPath }
  else state.clipUnknown = true
}

export const pathOperators: Readonly<Record<string, Operator>> = {
  m: add('M', 2, 'm'),
  l: add('L', 2, 'l'),
  c: add('C', 6, 'c'),
  v: shortCurve('v'),
  y: shortCurve('y'),
  h: close,
  re: (walk, operands) => {
    const numbers = walk.numbers(operands, 4, 're')
    if (numbers) rectangle(walk, numbers)
  },
  S: paint({ strokes: true }),
  s: paint({ strokes: true, closes: true }),
  f: paint({ fills: true }),
  F: paint({ fills: true }),
  'f*': paint({ fills: true, evenOdd: true }),
  B: paint({ fills: true, strokes: true }),
  'B*': paint({ fills: true, strokes: true, evenOdd: true }),
  b: paint({ fills: true, strokes: true, closes: true }),
  'b*': paint({ fills: true, strokes: true, evenOdd: true, closes: true }),
  n: paint({}),
  W: walk => {
    walk.clipping = 'nonzero'
  },
  'W*': walk => {
    walk.clipping = 'evenodd'
  },
  sh: (walk, operands) => {
    const resource = walk.resource('Shading', nameIn(operands))
    const dict = asDict(resource?.value)
    if (!dict || !resource) return
    const space = walk.space(dict.entries.get('ColorSpace'))
    const { clip, ctm } = walk.state
    walk.paint(clip, {
      kind: 'shading',
      space,
      shading: resource.object,
      dict,
      matrix: ctm,
      outline: undefined,
      evenOdd: false,
    })
  },
}
