// The two identifiers of the trailer.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxFileId = {
  severity: 'error',
  title: text('le fichier porte ses deux identifiants', 'the file carries its two identifiers'),
  why: text(
    'L’identifiant permet à l’imprimeur de suivre un fichier et ses révisions.',
    'The identifier lets a printer follow a file and its revisions.',
  ),
  fix: text(
    'Réenregistrez le fichier avec un logiciel qui écrit un identifiant.',
    'Save the file again with a program that writes an identifier.',
  ),
  source: 'ISO 15930-7:2010 6.10; ISO 32000-1 14.4',
  *find(pdf) {
    if (pdf.id.length !== 2) yield { message: text('identifiant du fichier absent', 'file identifier absent') }
    else if (pdf.id.some(part => part.length < 16))
      yield { message: text('identifiant du fichier de moins de 16 octets', 'file identifier shorter than 16 bytes') }
  },
} as const satisfies FileCheck
