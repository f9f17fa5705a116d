// Boxes of a page as rules need them, in points, and how they meet.
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
