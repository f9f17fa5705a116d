// A file that had to be repaired to be read.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Note } from '../../pdf-reader/note.ts'
import type { FileCheck } from './file-check.ts'

export const pdfDamaged = {
  severity: 'error',
  locked: true,
  title: text('la structure du fichier est intacte', 'the structure of the file is sound'),
  why: text(
    'Un lecteur répare à sa façon : deux RIP peuvent imprimer deux choses.',
    'Readers mend in their own ways: two RIPs may print two things.',
  ),
  fix: text(
    'Le fichier est abîmé (transfert interrompu ?) : renvoyez-le ou réexportez-le.',
    'The file is damaged (broken transfer?): send it again or export it again.',
  ),
  source: 'ISO 32000-1 7.5',
  *find(pdf) {
    for (const { code, object = 0, detail = '' } of pdf.notes) {
      if (code === 'object-illegal' && /^[+-.]*\d/.test(detail)) continue
      yield { object, message: MESSAGES[code](detail) }
    }
  },
} as const satisfies FileCheck

const MESSAGES: Readonly<Record<Note['code'], (detail: string) => Text>> = {
  'header-offset': () => text('des octets précèdent l’en-tête %PDF', 'bytes come before the %PDF header'),
  'xref-rebuilt': () => text('table des objets fausse, reconstruite', 'wrong object table, rebuilt'),
  'object-missing': () => text('objet absent de la place annoncée', 'object absent from where it should be'),
  'object-illegal': detail => text(`objet mal écrit (${detail})`, `malformed object (${detail})`),
  'stream-length': () => text('longueur de flux fausse', 'wrong stream length'),
  'stream-damaged': detail => text(`flux illisible (${detail})`, `unreadable stream (${detail})`),
  'page-tree': () => text('arbre des pages abîmé', 'damaged page tree'),
}
