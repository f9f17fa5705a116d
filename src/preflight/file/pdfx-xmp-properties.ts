// The properties a PDF/X-4 packet must hold.
import { text } from '../../model/diagnostic.ts'
import { isoDate } from '../../pdf-reader/text-string.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck } from './file-check.ts'
import { readableXmp } from './readable-xmp.ts'

export const pdfxXmpProperties = {
  severity: 'error',
  title: text(
    'les métadonnées XMP portent dates, identifiant, version, titre et recouvrement',
    'XMP metadata holds dates, identifier, version, title and trapping',
  ),
  why: text(
    'Les outils de l’imprimeur lisent ces propriétés-là, pas celles de l’ancien dictionnaire.',
    'The printer’s tools read these properties, not those of the old dictionary.',
  ),
  fix: text('Réexportez le document en PDF/X-4.', 'Export the document again as PDF/X-4.'),
  fixFor: asked => exportAs(asked),
  source: 'ISO 15930-7:2010 6.10',
  standards: ['x4'],
  *find(pdf) {
    const xmp = readableXmp(pdf)
    if (!xmp) return
    for (const property of REQUIRED) {
      const value = xmp.values(property)[0]
      if (!value) yield { message: text(`${property} absent`, `${property} absent`) }
      else if (property.endsWith('Date') && isoDate(value) === undefined)
        yield { message: text(`${property} illisible : « ${value} »`, `${property} unreadable: “${value}”`) }
    }
  },
} as const satisfies FileCheck

const REQUIRED: readonly string[] = [
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'xmpMM:DocumentID',
  'xmpMM:VersionID',
  'xmpMM:RenditionClass',
  'dc:title',
  'pdf:Trapped',
]
