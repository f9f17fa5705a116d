// The lines a cutter follows: by their layer's processing step, or by the name of their ink.
import type { PlateRole } from '../../model/ink.ts'
import type { PaintedPath } from '../../pdf-reader/painted.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import { plateOf } from '../file/plate-items.ts'
import type { Job } from './job.ts'
import { technicalRole } from './technical.ts'

/** Steps whose tool goes along a line (ISO 19593-1). */
const PARTIAL: readonly string[] = ['PartialCutting', 'ReversePartialCutting']
const ALONG: readonly string[] = ['Cutting', ...PARTIAL, 'Drilling', 'Punching']
const ROLES: readonly (PlateRole | undefined)[] = ['cut', 'kiss-cut', 'drill']

export type CutLine = {
  readonly page: PdfPage
  readonly item: PaintedPath
  /** A hole, not an outline. */
  readonly drills: boolean
  /** Through the film only: the liner stays whole. */
  readonly partial: boolean
}

/** A press, as far as its cut lines are concerned. */
type Pages = { readonly pdf: PdfDocument; readonly job: Job; readonly pages: readonly { readonly page: PdfPage }[] }

export const cutLines = ({ pdf, pages, job }: Pages): CutLine[] =>
  pages.flatMap(({ page }) => cutLinesOf(page, pdf, job))

export function cutLinesOf(page: PdfPage, pdf: PdfDocument, job: Job): CutLine[] {
  return page.painted.flatMap(item => {
    if (item.kind !== 'path' || item.context !== 'page') return []
    const step = plateOf(item, pdf)?.step
    const role = technicalRole(item, job)
    if (!(step ? ALONG.includes(step.type ?? '') : ROLES.includes(role))) return []
    const drills = step ? step.type === 'Drilling' : role === 'drill'
    const partial = step ? PARTIAL.includes(step.type ?? '') : role === 'kiss-cut'
    return [{ page, item, drills, partial }]
  })
}

/** One run of a path, from a move to the next. */
export type Subpath = { readonly closed: boolean; readonly coords: readonly number[] }

export function subpathsIn({ outline }: PaintedPath): Subpath[] {
  const subpaths: { closed: boolean; coords: number[] }[] = []
  let at = 0
  for (const verb of outline?.verbs ?? []) {
    if (verb === 'M') subpaths.push({ closed: false, coords: [] })
    const last = subpaths.at(-1)
    if (verb === 'Z') {
      if (last) last.closed = true
      continue
    }
    const count = verb === 'C' ? 6 : 2
    last?.coords.push(...(outline?.coords.slice(at, at + count) ?? []))
    at += count
  }
  return subpaths
}
