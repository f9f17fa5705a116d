// Filters and external streams that PDF/X forbids.
import { text } from '../../model/diagnostic.ts'
import { asName, asStream } from '../../pdf-reader/object.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxFilter = {
  severity: 'error',
  title: text(
    'aucun flux n’est en LZW, chiffré ou hors du fichier',
    'no stream is in LZW, encrypted or outside the file',
  ),
  why: text(
    'Tout ce qui s’imprime doit être dans le fichier, sous une forme que tout RIP sait lire.',
    'All that is printed must be inside the file, in a form that every RIP can read.',
  ),
  fix: text(
    'Réenregistrez le fichier en PDF/X-4 : les images y sont compressées en ZIP ou en JPEG.',
    'Save the file again as PDF/X-4: pictures are then compressed with ZIP or JPEG.',
  ),
  fixFor: asked =>
    exportAs(
      asked,
      text(' : les images y sont compressées en ZIP ou en JPEG', ': pictures are then compressed with ZIP or JPEG'),
    ),
  source: 'ISO 15930-7:2010 6.1; ISO 32000-1 7.4',
  *find(pdf) {
    for (const [object, value] of pdf.all) {
      const stream = asStream(value)
      if (!stream) continue
      const names = pdf.objects.filters(stream).map(step => step.name)
      for (const name of names.filter(isForbidden)) yield { object, message: text(`filtre ${name}`, `filter ${name}`) }
      if (stream.dict.entries.has('F'))
        yield { object, message: text('flux dans un autre fichier', 'stream in another file') }
    }
    for (const page of pdf.pages) {
      for (const { value, object } of page.xobjects) {
        const filter = pdf.objects.resolve(value.entries.get('F'))
        const names = [filter, ...(pdf.objects.items(filter) ?? [])].map(asName)
        if (names.some(name => name === 'LZW' || name === 'LZWDecode'))
          yield {
            page: page.number,
            object,
            message: text('image en ligne avec le filtre LZW', 'inline image with the LZW filter'),
          }
      }
    }
  },
} as const satisfies FileCheck

const isForbidden = (name: string): boolean => name === 'LZWDecode' || name === 'Crypt'
