// Transparency in a file of PDF/X-1a or X-3, which have none.
import { type Text, text } from '../../model/diagnostic.ts'
import { asName, asNumber, type PdfDict } from '../../pdf-reader/object.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import type { FileCheck, Finding } from './file-check.ts'

export const pdfxTransparency = {
  severity: 'error',
  locked: true,
  title: text('un PDF/X-1a ou X-3 n’a aucune transparence', 'a PDF/X-1a or X-3 has no transparency'),
  why: text(
    'Un RIP de cette norme ignore l’opacité et les masques : ce qui devait se voir au travers s’imprime plein.',
    'A RIP of this standard ignores opacity and masks: what was to be seen through prints solid.',
  ),
  fix: text(
    'Aplatissez les transparences à l’export, ou exportez en PDF/X-4.',
    'Flatten transparency when exporting, or export as PDF/X-4.',
  ),
  fixFor: () => text('Aplatissez les transparences à l’export.', 'Flatten transparency when exporting.'),
  source: 'ISO 15930-4:2003; ISO 15930-6:2003; PDF Reference 1.3',
  standards: ['x1a', 'x3'],
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { object } of page.groups)
        yield { page: page.number, object, message: text('groupe de transparence', 'transparency group') }
      for (const { value, object } of page.states)
        for (const message of stateTransparency(value, pdf)) yield { page: page.number, object, message }
      yield* maskedPictures(pdf, page)
    }
  },
} as const satisfies FileCheck

function* stateTransparency(state: PdfDict, { objects }: PdfDocument): Generator<Text> {
  const mask = objects.get(state, 'SMask')
  if (mask !== null && asName(mask) !== 'None') yield text('masque doux', 'soft mask')
  for (const key of ['CA', 'ca']) {
    const opacity = asNumber(objects.get(state, key))
    if (opacity !== undefined && opacity !== 1) yield text(`opacité ${opacity}`, `opacity ${opacity}`)
  }
  const mode = objects.get(state, 'BM')
  const names = (objects.items(mode) ?? [mode]).map(asName).filter(name => name !== undefined)
  const other = names.find(name => name !== 'Normal' && name !== 'Compatible')
  if (other !== undefined) yield text(`mode de fusion « ${other} »`, `blend mode “${other}”`)
}

function* maskedPictures({ objects }: PdfDocument, page: PdfDocument['pages'][number]): Generator<Finding> {
  for (const { value, object } of page.xobjects) {
    const mask = objects.get(value, 'SMask')
    const inside = objects.number(value, 'SMaskInData') ?? 0
    if ((mask !== null && asName(mask) !== 'None') || inside > 0)
      yield { page: page.number, object, message: text('image à masque doux', 'picture with a soft mask') }
  }
}
