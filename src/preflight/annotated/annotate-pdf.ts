// A copy of a PDF in which each finding is framed on its page: what a print shop sends back to who made the file.
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Box } from '../../model/geometry.ts'
import { asArray, type PdfObject } from '../../pdf-reader/object.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import { pageRect } from '../file/place.ts'
import { lookOf, noteOf, type Remark, squareOf } from './annotation.ts'
import { append } from './append.ts'
import { dictOf } from './serialize.ts'

type Placed = { readonly remark: Remark; readonly boxes: readonly Box[] }

/** Frames on one page: beyond, nobody reads them. */
const MOST = 200

/**
 * The file's own bytes, then its annotations; undefined when its structure had to be repaired, so that nothing can be
 * added to it without rewriting it.
 */
export function annotatePdf(
  bytes: Uint8Array,
  pdf: PdfDocument,
  diagnostics: readonly Diagnostic[],
  lang: 'fr' | 'en',
): Uint8Array | undefined {
  const byPage = new Map<number, Placed[]>()
  for (const [at, { rule, severity, message, hint, page }] of diagnostics.entries()) {
    const words = [`${at + 1}. [${rule}] ${message[lang]}`, ...(hint ? [hint[lang]] : [])].join('\n')
    const number = page?.number ?? 1
    const placed = { remark: { index: at + 1, severity, words }, boxes: page?.boxes ?? [] }
    byPage.set(number, [...(byPage.get(number) ?? []), placed])
  }
  const added = new Map<number, string>()
  let next = Math.max(0, ...pdf.all.map(([number]) => number), sizeIn(pdf)) + 1
  const take = (): number => next++
  for (const [number, placed] of byPage) {
    const page = pdf.pages[number - 1]
    if (page && page.object > 0) annotatePage(page, placed, pdf, added, take)
  }
  return added.size === 0 ? undefined : append(bytes, pdf, added)
}

/** A table may hold free numbers beyond the objects in use. */
const sizeIn = ({ objects, trailer }: PdfDocument): number => objects.number(trailer, 'Size') ?? 0

function annotatePage(
  page: PdfPage,
  placed: readonly Placed[],
  pdf: PdfDocument,
  added: Map<number, string>,
  take: () => number,
): void {
  const refs: number[] = []
  const add = (body: string): number => {
    const number = take()
    added.set(number, body)
    return number
  }
  for (const { remark, boxes } of placed)
    for (const box of boxes.slice(0, MOST - refs.length)) {
      const rect = pageRect(page, box)
      refs.push(add(squareOf(rect, remark, page.object, add(lookOf(rect, remark)))))
    }
  const general = placed.filter(({ boxes }) => boxes.length === 0).map(({ remark }) => remark)
  if (general.length > 0) refs.push(add(noteOf(cornerOf(page), general, page.object)))
  const items = [...annotationsOf(page, pdf), ...refs.map(number => ({ kind: 'ref' as const, number, generation: 0 }))]
  const entries = new Map(page.dict.entries)
  entries.set('Annots', { kind: 'array', items })
  added.set(page.object, dictOf({ kind: 'dict', entries }))
}

/** The page's own annotations, references as they are. */
const annotationsOf = (page: PdfPage, { objects }: PdfDocument): readonly PdfObject[] =>
  asArray(objects.get(page.dict, 'Annots')) ?? []

const cornerOf = ({ boxes }: PdfPage): readonly [number, number] => {
  const [left, , , top]: Rect = boxes.CropBox ?? boxes.MediaBox ?? [0, 0, 0, 0]
  return [left + 2, top - 2]
}
