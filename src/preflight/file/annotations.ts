// The annotations of a page.
import { asDict, asRef, type PdfDict } from '../../pdf-reader/object.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'

export type Annotation = { readonly object: number; readonly dict: PdfDict; readonly subtype: string }

export function annotationsOf(page: PdfPage, { objects }: PdfDocument): Annotation[] {
  const list = objects.get(page.dict, 'Annots')
  if (typeof list !== 'object' || list?.kind !== 'array') return []
  return list.items.flatMap(item => {
    const dict = asDict(objects.resolve(item))
    return dict
      ? [{ object: asRef(item)?.number ?? page.object, dict, subtype: objects.name(dict, 'Subtype') ?? '' }]
      : []
  })
}
