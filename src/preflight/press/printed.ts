// What reaches the paper of a page: inside the printed surface, on no technical plate, shown.
import type { Text } from '../../model/diagnostic.ts'
import type { Painted, PaintedImage, PaintedPath, PaintedText } from '../../pdf-reader/painted.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import type { Finding } from '../file/file-check.ts'
import { overlaps, printedBox } from '../file/place.ts'
import { plateOf } from '../file/plate-items.ts'
import type { Job } from './job.ts'
import { joinRuns } from './join-runs.ts'
import { type Measured, measure, type Pictures } from './measured.ts'
import { isTechnical } from './technical.ts'

/** Invisible text (ISO 32000-1 table 106). */
const INVISIBLE = 3

/** A page with what is checked on it. */
export type PressPage = {
  readonly page: PdfPage
  readonly items: readonly Painted[]
  /** Finished points for a point of the page: a user unit and a drawing at 1:10 may lie between (ISO 32000-1 14.11.2). */
  readonly unit: number
  /** Its ink and its bleed, measured when first asked for. */
  readonly measured: () => Measured
}

/** The file as a press takes it, worked out once for all checks. */
export type Press = { readonly pdf: PdfDocument; readonly job: Job; readonly pages: readonly PressPage[] }

export const pressOf = (pdf: PdfDocument, job: Job, pictures: Pictures): Press => ({
  pdf,
  job,
  pages: pdf.pages.map(page => ({
    page,
    items: joinRuns(printedItems(page, pdf, job)),
    unit: (page.userUnit ?? 1) * job.scale,
    measured: once(() => measure(page, pdf, job, pictures)),
  })),
})

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function printedItems(page: PdfPage, pdf: PdfDocument, job: Job): Painted[] {
  const printed = printedBox(page)
  return page.painted.filter(
    item =>
      item.context === 'page' &&
      item.bounds !== undefined &&
      overlaps(grown(item.bounds), printed) &&
      !plateOf(item, pdf) &&
      !isTechnical(item, job) &&
      !(item.kind === 'text' && item.mode === INVISIBLE),
  )
}

/** A horizontal line has no height of its own. */
const grown = ([left, bottom, right, top]: NonNullable<Painted['bounds']>): NonNullable<Painted['bounds']> => [
  left - 0.05,
  bottom - 0.05,
  right + 0.05,
  top + 0.05,
]

type On<T> = PressPage & { readonly item: T }

const isText = (item: Painted): item is PaintedText => item.kind === 'text'
const isPath = (item: Painted): item is PaintedPath => item.kind === 'path'
const isImage = (item: Painted): item is PaintedImage => item.kind === 'image'

const only =
  <T extends Painted>(kind: (item: Painted) => item is T) =>
  ({ pages }: Press): On<T>[] =>
    pages.flatMap(page => page.items.filter(kind).map(item => ({ ...page, item })))

/** Runs that say something; spaces alone print nothing. */
export const printedTexts = (press: Press): On<PaintedText>[] =>
  only(isText)(press).filter(({ item }) => item.text.trim() !== '')
export const printedPaths = only(isPath)
export const printedImages = only(isImage)

export const at = ({ page, item }: Pick<On<Painted>, 'page' | 'item'>, message: Text): Finding => ({
  page: page.number,
  object: item.kind === 'image' && item.image > 0 ? item.image : item.object,
  ...(item.bounds && { box: item.bounds }),
  message,
})

const LONGEST = 40

/** « Crèche » for a message: short, on one line. */
export function quoted(item: PaintedText): Text {
  const words = item.text.replace(/\s+/g, ' ').trim()
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words
  return { fr: `« ${short} »`, en: `“${short}”` }
}
