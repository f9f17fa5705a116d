// Pages of one file are cut to one size.
import { text } from '../../model/diagnostic.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import type { GwgCheck } from './press-check.ts'
import { millimetres } from './say.ts'

const MM = 25.4 / 72

/** A tenth of a millimetre is nobody's intention. */
const TOLERANCE = 0.1

const sizeOf = ({ boxes, userUnit = 1 }: PdfPage): readonly [number, number] => {
  const [left, bottom, right, top] = boxes.TrimBox ?? boxes.ArtBox ?? boxes.CropBox ?? boxes.MediaBox ?? [0, 0, 0, 0]
  return [(right - left) * userUnit * MM, (top - bottom) * userUnit * MM]
}

export const pageSizes = {
  gwg: 'R0004',
  severity: 'warning',
  title: text('toutes les pages ont la même taille', 'all pages have one size'),
  why: text(
    'L’imposition prend une taille pour tout le fichier : une page d’une autre taille est décalée ou coupée.',
    'Imposition takes one size for the whole file: a page of another size is shifted or cut.',
  ),
  fix: text('Faites un fichier par format.', 'Make one file for each size.'),
  source: 'GWG 2022 R0004',
  *find({ pdf }) {
    const [first] = pdf.pages
    if (!first) return
    const [width, height] = sizeOf(first)
    for (const page of pdf.pages) {
      const [w, h] = sizeOf(page)
      if (Math.abs(w - width) < TOLERANCE && Math.abs(h - height) < TOLERANCE) continue
      const [a, b, c, d] = [w, h, width, height].map(millimetres)
      yield {
        page: page.number,
        object: page.object,
        message: text(
          `page de ${a?.fr} × ${b?.fr}, la première de ${c?.fr} × ${d?.fr}`,
          `page of ${a?.en} × ${b?.en}, the first of ${c?.en} × ${d?.en}`,
        ),
      }
    }
  },
} as const satisfies GwgCheck
