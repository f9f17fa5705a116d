// What is painted on the technical plates: inside a layer that names a processing step (ISO 19593-1).
import type { Layer } from '../../pdf-reader/layer.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { PdfDocument, PdfPage } from '../../pdf-reader/read-pdf.ts'
import { overlaps, printedBox } from './place.ts'

/** Steps that explain and never reach a plate of the piece. */
const SPOKEN: readonly string[] = ['Legend', 'Dimensions']

export type PlateItem = { readonly item: Painted; readonly layer: Layer }

/** The technical layer a painted thing belongs to. */
export function plateOf(item: Painted, pdf: PdfDocument): Layer | undefined {
  const steps = pdf.layers.layers.filter(layer => layer.step?.group !== undefined && !SPOKEN.includes(layer.step.group))
  return steps.find(layer => item.layers.includes(layer.object))
}

/** Things of the plates that meet what is printed; a legend in the slug is free. */
export function plateItems(page: PdfPage, pdf: PdfDocument): PlateItem[] {
  const printed = printedBox(page)
  return page.painted.flatMap(item => {
    const layer =
      item.context !== 'mask' && item.bounds && overlaps(item.bounds, printed) ? plateOf(item, pdf) : undefined
    return layer && (paintsOf(item).length > 0 || item.kind === 'image') ? [{ item, layer }] : []
  })
}
