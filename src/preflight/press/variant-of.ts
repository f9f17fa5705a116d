// The variant a file is made for, when nobody says: by its size and its plates.
import { spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import type { Variant } from './gwg-2022.ts'
import type { WantedJob } from './job.ts'
import { roleOf } from './technical.ts'

/** Points of 700 mm, the short side of the largest usual offset sheet. */
const SHEET = (700 * 72) / 25.4

/** What is cut, drilled or backed with white, and what no sheet holds, is large format; the rest is printed on sheets. */
export function variantOf({ pages, layers }: PdfDocument, job: WantedJob): Variant {
  const large = pages.some(({ boxes, userUnit = 1 }) => {
    const [left, bottom, right, top] = boxes.TrimBox ?? boxes.MediaBox ?? [0, 0, 0, 0]
    return Math.min(right - left, top - bottom) * userUnit * job.scale > SHEET
  })
  const finished = pages.some(({ spaces }) =>
    spaces.some(({ value }) =>
      [...spacesWithin(value)].some(space => space.family === 'Separation' && roleOf(space.name, job) !== undefined),
    ),
  )
  return large || finished || layers.layers.some(({ step }) => step !== undefined) ? 'large-format' : 'sheet-cmyk'
}
