// A file that had to be repaired to be read.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Note } from '../../pdf-reader/note.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import type { FileCheck, Finding } from './file-check.ts'

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

/** A file that stops before its end: its object table is gone, and a stream is not whole. What else is found of it follows from that. */
export function cutShort({ notes }: PdfDocument): Finding | undefined {
  if (!notes.some(({ code }) => code === 'xref-rebuilt')) return undefined
  const broken = notes.find(({ code }) => code === 'stream-length' || code === 'stream-damaged')
  if (!broken) return undefined
  const { object = 0 } = broken
  return {
    object,
    message: text(
      'le fichier est coupé ou abîmé : sa table des objets manque et ce flux n’est pas entier, le reste ne se juge pas',
      'the file is cut short or damaged: its object table is missing and this stream is not whole, the rest cannot be judged',
    ),
  }
}
