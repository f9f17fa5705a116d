// The lines a cutter follows: by their layer's processing step, or by the name of their ink.
import type { PlateRole } from '../../model/ink.ts'
import type { PaintedPath } from '../../pdf-reader/painted.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import { plateOf } from '../file/plate-items.ts'
import type { Press } from './printed.ts'
import { technicalRole } from './technical.ts'

/** Steps whose tool goes along a line (ISO 19593-1). */
const ALONG: readonly string[] = ['Cutting', 'PartialCutting', 'ReversePartialCutting', 'Drilling', 'Punching']
const ROLES: readonly (PlateRole | undefined)[] = ['cut', 'kiss-cut', 'drill']

export type CutLine = {
  readonly page: PdfPage
  readonly item: PaintedPath
  /** A hole, not an outline. */
  readonly drills: boolean
}

export function cutLines({ pdf, pages, job }: Press): CutLine[] {
  return pages.flatMap(({ page }) =>
    page.painted.flatMap(item => {
      if (item.kind !== 'path' || item.context !== 'page') return []
      const step = plateOf(item, pdf)?.step
      const follows = step ? ALONG.includes(step.type ?? '') : ROLES.includes(technicalRole(item, job))
      const drills = step ? step.type === 'Drilling' : technicalRole(item, job) === 'drill'
      return follows ? [{ page, item, drills }] : []
    }),
  )
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
