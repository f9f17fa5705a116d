// Words put back together: many programs show a text letter by letter.
import type { PdfPaint } from '../../pdf-reader/graphics-state.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import type { Painted, PaintedText } from '../../pdf-reader/painted.ts'

/** Gaps over the em size: a letter may be this far from the next, and this far a space was meant. */
const NEAR = 0.8
const SPACE = 0.15

const samePaint = (a: PdfPaint | undefined, b: PdfPaint | undefined): boolean =>
  a === b || (a?.space === b?.space && a?.components.join() === b?.components.join()) || sameDevice(a, b)

const sameDevice = (a: PdfPaint | undefined, b: PdfPaint | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.space.family.startsWith('Device') &&
  a.space.family !== 'DeviceN' &&
  a.space.family === b.space.family &&
  a.components.join() === b.components.join()

/** The gap from one run to the next on its line; undefined when they do not follow. */
function gapBetween(a: PaintedText, b: PaintedText): number | undefined {
  if (!a.bounds || !b.bounds || a.object !== b.object || a.mode !== b.mode) return undefined
  if (Math.abs(a.size - b.size) > 0.01 * a.size || a.overprintFill !== b.overprintFill) return undefined
  if (!samePaint(a.fill, b.fill) || !samePaint(a.stroke, b.stroke)) return undefined
  const level = Math.abs(a.bounds[1] - b.bounds[1]) < 0.2 * a.size
  const gap = b.bounds[0] - a.bounds[2]
  return level && gap > -0.5 * a.size && gap < NEAR * a.size ? gap : undefined
}

const union = (a: Rect, b: Rect): Rect => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

function joined(a: PaintedText, b: PaintedText, gap: number): PaintedText {
  const space = gap > SPACE * a.size && !a.text.endsWith(' ') ? ' ' : ''
  return {
    ...a,
    text: `${a.text}${space}${b.text}`,
    glyphs: [...a.glyphs, ...b.glyphs],
    ...(a.bounds && b.bounds && { bounds: union(a.bounds, b.bounds) }),
  }
}

/** Longer than any line: a file may show millions of letters one by one. */
const LONGEST = 400

export function joinRuns(items: readonly Painted[]): Painted[] {
  const found: Painted[] = []
  for (const item of items) {
    const last = found.at(-1)
    const gap =
      last?.kind === 'text' && item.kind === 'text' && last.text.length < LONGEST ? gapBetween(last, item) : undefined
    if (gap !== undefined && last?.kind === 'text' && item.kind === 'text')
      found[found.length - 1] = joined(last, item, gap)
    else found.push(item)
  }
  return found
}
