// Files that cannot be read far enough to be checked: the rule, and the sentence.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'
import type { PdfFailure } from '../../pdf-reader/read-pdf.ts'

export const unreadableRules = {
  'pdf-unreadable': {
    severity: 'error',
    locked: true,
    title: text('le fichier est un PDF lisible', 'the file is a PDF that can be read'),
    why: text(
      'Ce qui ne peut pas être lu ne peut être ni vérifié ni imprimé.',
      'What cannot be read can be neither checked nor printed.',
    ),
    fix: text(
      'Vérifiez que c’est bien un PDF et que sa copie est complète, puis réexportez-le.',
      'Make sure that it is a PDF and that its copy is complete, then export it again.',
    ),
    source: 'ISO 32000-1 7.5',
  },
  'pdf-too-complex': {
    severity: 'error',
    locked: true,
    title: text('le fichier se lit dans des limites raisonnables', 'the file can be read within reasonable limits'),
    why: text(
      'Un fichier démesuré, parfois à dessein, bloquerait la machine qui le lit.',
      'A file out of all proportion, sometimes on purpose, would block the machine that reads it.',
    ),
    fix: text(
      'Réexportez le document ; séparez-le s’il compte des milliers de pages.',
      'Export the document again; split it if it has thousands of pages.',
    ),
  },
  'pdfx-encryption': {
    severity: 'error',
    locked: true,
    title: text('le fichier n’est pas protégé', 'the file is not protected'),
    why: text(
      'Un RIP n’a pas de mot de passe, et PDF/X interdit tout chiffrement, même sans mot de passe d’ouverture.',
      'A RIP has no password, and PDF/X forbids encryption even without an opening password.',
    ),
    fix: text(
      'Réexportez le document sans mot de passe ni restriction.',
      'Export the document again without password or restriction.',
    ),
    source: 'ISO 15930-7:2010 6.1',
  },
} as const satisfies Rules

export type UnreadableRuleId = keyof typeof unreadableRules

export function unreadable(failure: PdfFailure): { readonly rule: UnreadableRuleId; readonly message: Text } {
  switch (failure.reason) {
    case 'not-a-pdf':
      return { rule: 'pdf-unreadable', message: text('ce n’est pas un PDF', 'this is not a PDF') }
    case 'damaged':
      return {
        rule: 'pdf-unreadable',
        message: text('PDF trop abîmé pour être lu', 'PDF too damaged to be read'),
      }
    case 'encrypted':
      return { rule: 'pdfx-encryption', message: text('PDF chiffré', 'encrypted PDF') }
    case 'too-complex':
      return {
        rule: 'pdf-too-complex',
        message: text(`PDF hors limites (${failure.limit})`, `PDF beyond limits (${failure.limit})`),
      }
  }
}
