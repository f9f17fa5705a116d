// Pages on which nothing is painted.
import { text } from '../../model/diagnostic.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import { overlaps, printedBox } from '../file/place.ts'
import type { GwgCheck } from './press-check.ts'

const isEmpty = (page: PdfPage): boolean => {
  const printed = printedBox(page)
  return !page.painted.some(({ bounds }) => {
    if (!bounds) return false
    const [left, bottom, right, top] = bounds
    return overlaps([left - 0.05, bottom - 0.05, right + 0.05, top + 0.05], printed)
  })
}

export const pageEmpty = {
  gwg: 'R0005',
  severity: 'warning',
  title: text('aucune page n’est vide', 'no page is empty'),
  why: text(
    'Une page vide se paie comme une page imprimée, ou décale le recto et le verso.',
    'An empty page costs as much as a printed one, or shifts front and back.',
  ),
  fix: text(
    'Supprimez la page, ou vérifiez ce qui devait s’y trouver.',
    'Delete the page, or see what should be on it.',
  ),
  source: 'GWG 2022 R0005',
  *find({ pdf }) {
    for (const page of pdf.pages)
      if (isEmpty(page)) yield { page: page.number, object: page.object, message: text('page vide', 'empty page') }
  },
} as const satisfies GwgCheck
