// How a stroke is drawn: its width, ends, joins and dashes, in the element's user space.
import { flattenPath, type Path } from '../../model/geometry.ts'
import type { Stroke } from '../../model/sheet.ts'
import { diagonal, emOf, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { unsupported } from './refusals.ts'
import { report, type Scene } from './scene.ts'

export type Pen = Omit<Stroke, 'paint'>

/** The pen of an element; nothing when its stroke has no width. */
export function readPen(node: Node, path: Path, scene: Scene): Pen | undefined {
  const { style } = node
  if (style.get('stroke') === 'none') return undefined
  const base = { percent: diagonal(node.viewport), em: emOf(style) }
  const length = (written: string): number => {
    const value = parseLength(written, base)
    if (value === undefined)
      report(
        scene,
        unsupported(
          `filet : « ${written.slice(0, 40)} » incompris`,
          `stroke: “${written.slice(0, 40)}” not understood`,
        ),
      )
    return value ?? 0
  }
  const width = length(style.get('stroke-width'))
  if (!(width > 0)) return undefined
  const dash = stretched(readDash(style.get('stroke-dasharray'), style.get('stroke-dashoffset'), length), node, path)
  return {
    width,
    cap: oneOf(style.get('stroke-linecap'), ['butt', 'round', 'square'], 'butt'),
    // `arcs` and `miter-clip` fall back on `miter` in every browser.
    join: oneOf(style.get('stroke-linejoin'), ['miter', 'round', 'bevel'], 'miter'),
    miterLimit: Math.max(1, Number(style.get('stroke-miterlimit')) || 4),
    ...(dash && { dash }),
  }
}

const oneOf = <T extends string>(value: string, known: readonly T[], initial: T): T =>
  known.find(word => word === value) ?? initial

/** Lengths in pairs; none when all are zero or one is negative (SVG 2, 13.5.6). */
function readDash(written: string, offset: string, length: (written: string) => number): Stroke['dash'] {
  if (written === 'none') return undefined
  const lengths = written
    .split(/[\s,]+/)
    .filter(part => part !== '')
    .map(length)
  if (lengths.every(value => value === 0) || lengths.some(value => value < 0)) return undefined
  return { lengths: lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths], offset: length(offset) }
}

/** Chords of one curve: its length is then right to a few millionths. */
const CHORDS = 64

/** `pathLength` says in which lengths dashes are counted. */
function stretched(dash: Stroke['dash'], { element }: Node, path: Path): Stroke['dash'] {
  const claimed = Number(element.attributes.get('pathLength') ?? Number.NaN)
  if (!dash || !(claimed > 0)) return dash
  const factor = lengthOf(path) / claimed
  return { lengths: dash.lengths.map(length => length * factor), offset: dash.offset * factor }
}

export function lengthOf(path: Path): number {
  let sum = 0
  let start: readonly [number, number] = [0, 0]
  let at: readonly [number, number] = [0, 0]
  const to = (point: readonly [number, number]): void => {
    const dx = point[0] - at[0]
    const dy = point[1] - at[1]
    sum += Math.sqrt(dx * dx + dy * dy)
    at = point
  }
  for (const segment of path) {
    if (segment[0] === 'Z') to(start)
    else if (segment[0] === 'M') {
      start = [segment[1], segment[2]]
      at = start
    } else for (const point of flattenPath([['M', ...at], segment], CHORDS).slice(1)) to(point)
  }
  return sum
}
