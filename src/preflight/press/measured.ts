// What is measured on the plates of a page; the plates themselves are let go.
import type { Rect } from '../../pdf-reader/page.ts'
import type { Painted } from '../../pdf-reader/painted.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import { printedBox } from '../file/place.ts'
import { plateOf } from '../file/plate-items.ts'
import { cutLinesOf } from './cut-lines.ts'
import { GWG_2022 } from './gwg-2022.ts'
import { PROCESS } from './inks.ts'
import type { Job } from './job.ts'
import { type BareBleed, bareBleed } from './plates/bare-bleed.ts'
import type { ImageSources } from './plates/image-inks.ts'
import { pagePlates } from './plates/page-plates.ts'
import { type PeakInk, peakInk } from './plates/peak-ink.ts'
import { isTechnical } from './technical.ts'

/** What pictures and colours are read with; opened before, since decoders are slow to open. */
export type Pictures = Omit<ImageSources, 'objects'>

export type Measured = {
  readonly peak: PeakInk | undefined
  /** Share of the page whose ink is not known. */
  readonly hidden: number
  readonly bare: readonly BareBleed[]
  /** The file had too many pages for this one to be measured. */
  readonly skipped: boolean
}

/** Side of the square in mm. */
export const SIDE = GWG_2022.R0026['sheet-cmyk']?.values[1] ?? 15

/** Room around the trim for any bleed, in points (10 mm). */
const AROUND = 28

/** What is looked at: the trim and the room around it that the media has. */
function inkedBox(page: PdfPage): Rect {
  const { TrimBox: trim, MediaBox: media = [0, 0, 0, 0] } = page.boxes
  if (!trim) return printedBox(page)
  return [
    Math.max(trim[0] - AROUND, Math.min(media[0], trim[0])),
    Math.max(trim[1] - AROUND, Math.min(media[1], trim[1])),
    Math.min(trim[2] + AROUND, Math.max(media[2], trim[2])),
    Math.min(trim[3] + AROUND, Math.max(media[3], trim[3])),
  ]
}

/** All that lays ink, in order, without the technical plates. */
const inkedItems = (page: PdfPage, pdf: PdfDocument, job: Job): Painted[] =>
  page.painted.filter(item => item.context === 'page' && !plateOf(item, pdf) && !isTechnical(item, job))

/** Beyond a kilometre a box is a mistake, which the rules of boxes tell. */
const LONGEST = 3_000_000

const isMeasurable = ([left, bottom, right, top]: Rect): boolean =>
  right > left && top > bottom && right - left < LONGEST && top - bottom < LONGEST

const NOTHING: Measured = { peak: undefined, hidden: 0, bare: [], skipped: false }

/** Pages measured in one file: a book is judged by its first hundred. */
export const MOST_PAGES = 100

export function measure(page: PdfPage, pdf: PdfDocument, job: Job, pictures: Pictures): Measured {
  const items = inkedItems(page, pdf, job)
  if (items.length === 0) return NOTHING
  const box = inkedBox(page)
  if (!isMeasurable(box)) return NOTHING
  if (page.number > MOST_PAGES) return { ...NOTHING, skipped: true }
  const unit = (page.userUnit ?? 1) * job.scale
  const found = pagePlates({ ...pictures, objects: pdf.objects }, box, items)
  const names = job.variant === 'label' ? [...found.plates.keys()] : PROCESS
  return {
    peak: peakInk(found, (SIDE * 72) / 25.4 / unit, names),
    hidden: found.unknown.reduce((sum, pixel) => sum + pixel, 0) / found.unknown.length,
    bare: bareBleed(page, unit, job, found, cutLinesOf(page, pdf, job)),
    skipped: false,
  }
}
