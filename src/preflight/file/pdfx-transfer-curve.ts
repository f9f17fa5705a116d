// Transfer curves.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxTransferCurve = {
  severity: 'error',
  title: text('aucune courbe de transfert', 'no transfer curve'),
  why: text('Une courbe change toutes les teintes après contrôle.', 'A curve changes every tint after the check.'),
  fix: text('Réexportez sans conserver les fonctions de transfert.', 'Export without keeping transfer functions.'),
  source: 'ISO 15930-7:2010 6.13',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { value, object } of page.states) {
        const second = value.entries.get('TR2')
        if (value.entries.has('TR')) yield { page: page.number, object, message: text('/TR', '/TR') }
        if (second !== undefined && pdf.objects.name(value, 'TR2') !== 'Default')
          yield { page: page.number, object, message: text('/TR2', '/TR2') }
      }
    }
  },
} as const satisfies FileCheck
