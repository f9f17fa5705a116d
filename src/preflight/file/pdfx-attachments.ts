// Files within the file.
import { text } from '../../model/diagnostic.ts'
import { asDict } from '../../pdf-reader/object.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxAttachments = {
  severity: 'error',
  title: text('le fichier ne contient pas d’autre fichier', 'the file holds no other file'),
  why: text('Une pièce jointe n’est ni imprimée ni vérifiée.', 'An attachment is neither printed nor checked.'),
  fix: text('Retirez les pièces jointes.', 'Remove the attachments.'),
  source: 'ISO 15930-7:2010 6.1',
  *find(pdf) {
    if (pdf.objects.dict(pdf.catalog, 'Names')?.entries.has('EmbeddedFiles') || pdf.catalog.entries.has('AF'))
      yield { message: text('pièces jointes au catalogue', 'attachments in the catalog') }
    for (const [object, value] of pdf.all) {
      const dict = asDict(value)
      if (pdf.objects.name(dict, 'Type') === 'EmbeddedFile')
        yield { object, message: text('fichier incorporé', 'embedded file') }
      if (pdf.objects.name(dict, 'Subtype') === 'FileAttachment')
        yield { object, message: text('annotation avec un fichier joint', 'file attachment annotation') }
    }
  },
} as const satisfies FileCheck
