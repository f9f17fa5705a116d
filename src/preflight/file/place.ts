// Boxes of a page as rules need them, in points, and how they meet.
import type { Box } from '../../model/geometry.ts'
import { roundMm } from '../../model/length.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'

/** Half a hundredth of a millimetre: what writing with five decimals can never reach. */
export const TOLERANCE = 0.014

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner[0] >= outer[0] - TOLERANCE &&
  inner[1] >= outer[1] - TOLERANCE &&
  inner[2] <= outer[2] + TOLERANCE &&
  inner[3] <= outer[3] + TOLERANCE

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Rect, b: Rect): boolean =>
  a[0] < b[2] - TOLERANCE && a[2] > b[0] + TOLERANCE && a[1] < b[3] - TOLERANCE && a[3] > b[1] + TOLERANCE

/** What is printed: the bleed box, else the trim, else all. */
export const printedBox = ({ boxes }: PdfPage): Rect =>
  boxes.BleedBox ?? boxes.TrimBox ?? boxes.MediaBox ?? [0, 0, 0, 0]

const POINT = 25.4 / 72

/** Points as millimetres, for messages. */
export const mm = (points: number): string => (points * POINT).toFixed(2)

/** A rectangle of a page in mm, y down, from the top-left corner of the trim, or of the media when there is no trim. */
export function pageBox({ boxes, userUnit = 1 }: PdfPage, [left, bottom, right, top]: Rect): Box {
  const origin = boxes.TrimBox ?? boxes.ArtBox ?? boxes.MediaBox ?? [0, 0, 0, 0]
  const size = (points: number): number => roundMm(points * userUnit * POINT)
  return { x: size(left - origin[0]), y: size(origin[3] - top), width: size(right - left), height: size(top - bottom) }
}

/** The same, back in points of the page. */
export function pageRect({ boxes, userUnit = 1 }: PdfPage, { x, y, width, height }: Box): Rect {
  const origin = boxes.TrimBox ?? boxes.ArtBox ?? boxes.MediaBox ?? [0, 0, 0, 0]
  const size = (length: number): number => length / userUnit / POINT
  const [left, top] = [origin[0] + size(x), origin[3] - size(y)]
  return [left, top - size(height), left + size(width), top]
}
