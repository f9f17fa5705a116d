// The lines of a page: strokes, and the thin filled rectangles that word processors and browsers draw instead.
import type { PdfPaint } from '../../pdf-reader/graphics-state.ts'
import { isUprightRect } from '../../pdf-reader/outline.ts'
import type { PaintedPath } from '../../pdf-reader/painted.ts'
import { type Press, type PressPage, printedPaths } from './printed.ts'

export type Line = PressPage & {
  readonly item: PaintedPath
  readonly paint: PdfPaint
  /** Finished, in points; 0 is the thinnest the machine can draw. */
  readonly width: number
  readonly overprints: boolean
}

/** Wider than any threshold of a line: a rectangle beyond is an area. */
const WIDEST = 3

function filledWidth({ outline, bounds }: PaintedPath): number | undefined {
  if (!outline || !bounds || !isUprightRect(outline)) return undefined
  const [xs, ys] = [0, 1].map(axis => outline.coords.filter((_, index) => index % 2 === axis))
  const side = (values: readonly number[] = []): number => Math.max(...values) - Math.min(...values)
  const [short, long] = [Math.min(side(xs), side(ys)), Math.max(side(xs), side(ys))]
  return short < WIDEST && long > 4 * short ? short : undefined
}

export function printedLines(press: Press): Line[] {
  return printedPaths(press).flatMap(({ item, ...page }) => {
    const { stroke, fill } = item
    if (stroke)
      return [{ ...page, item, paint: stroke, width: item.lineWidth * page.unit, overprints: item.overprintStroke }]
    const width = fill && filledWidth(item)
    return fill && width !== undefined
      ? [{ ...page, item, paint: fill, width: width * page.unit, overprints: item.overprintFill }]
      : []
  })
}
