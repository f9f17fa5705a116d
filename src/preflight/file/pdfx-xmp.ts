// The XMP packet of the document.
import { text } from '../../model/diagnostic.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxXmp = {
  severity: 'error',
  title: text('les métadonnées XMP sont lisibles et non compressées', 'XMP metadata is readable and not compressed'),
  why: text(
    'C’est là que PDF/X-4 se déclare : un logiciel doit les trouver sans décoder le fichier.',
    'This is where PDF/X-4 declares itself: a program must find it without decoding the file.',
  ),
  fix: text('Réexportez le document en PDF/X-4.', 'Export the document again as PDF/X-4.'),
  fixFor: asked => exportAs(asked),
  source: 'ISO 15930-7:2010 6.10; ISO 16684-1',
  standards: ['x4'],
  *find(pdf) {
    const { xmp } = pdf
    if (!xmp) yield { message: text('métadonnées XMP absentes', 'XMP metadata absent') }
    else if (pdf.xmpFiltered) yield { message: text('métadonnées XMP compressées', 'XMP metadata compressed') }
    else if (xmp.malformed !== undefined)
      yield { message: text(`XML mal formé : ${xmp.malformed}`, `malformed XML: ${xmp.malformed}`) }
    else if (!isMetadata(pdf))
      yield { message: text('/Type /Metadata ou /Subtype /XML absent', '/Type /Metadata or /Subtype /XML absent') }
  },
} as const satisfies FileCheck

function isMetadata({ objects, catalog }: PdfDocument): boolean {
  const dict = objects.stream(catalog, 'Metadata')?.dict
  return objects.name(dict, 'Type') === 'Metadata' && objects.name(dict, 'Subtype') === 'XML'
}
