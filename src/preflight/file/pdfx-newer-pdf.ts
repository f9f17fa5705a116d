// What newer versions of PDF brought, in a file of PDF/X-1a or X-3.
import { text } from '../../model/diagnostic.ts'
import { asDict, asStream } from '../../pdf-reader/object.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxNewerPdf = {
  severity: 'error',
  locked: true,
  title: text(
    'un PDF/X-1a ou X-3 n’emploie rien de plus récent que PDF 1.4',
    'a PDF/X-1a or X-3 uses nothing newer than PDF 1.4',
  ),
  why: text(
    'Un RIP de cette norme ne sait lire ni JPEG 2000, ni JBIG2, ni 16 bits, ni les objets regroupés : il imprime un trou, ou refuse le fichier.',
    'A RIP of this standard reads neither JPEG 2000, JBIG2, 16 bits nor packed objects: it prints a hole, or refuses the file.',
  ),
  fix: text('Réexportez dans la norme demandée, en 8 bits.', 'Export again as the standard asked for, in 8 bits.'),
  source: 'ISO 15930-4:2003; ISO 15930-6:2003; ISO 32000-1 7.4.1, 7.5.7, 8.9.5',
  standards: ['x1a', 'x3'],
  *find(pdf) {
    for (const [object, value] of pdf.all) {
      const stream = asStream(value)
      if (!stream) continue
      for (const { name } of pdf.objects.filters(stream))
        if (name === 'JPXDecode' || name === 'JBIG2Decode')
          yield { object, message: text(`filtre ${name}`, `filter ${name}`) }
      const type = pdf.objects.name(asDict(stream.dict), 'Type')
      if (type === 'ObjStm' || type === 'XRef')
        yield { object, message: text(`objets regroupés (${type})`, `packed objects (${type})`) }
      const bits = pdf.objects.number(stream.dict, 'BitsPerComponent') ?? 8
      if (bits > 8 && pdf.objects.name(stream.dict, 'Subtype') === 'Image')
        yield { object, message: text(`image de ${bits} bits`, `picture of ${bits} bits`) }
    }
  },
} as const satisfies FileCheck
