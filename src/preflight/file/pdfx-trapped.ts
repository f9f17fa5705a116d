// Whether the file says it is trapped.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxTrapped = {
  severity: 'error',
  title: text('le fichier dit s’il est grossi-maigri', 'the file says whether it is trapped'),
  why: text(
    'Deux recouvrements successifs élargissent les traits : l’imprimeur doit savoir s’il reste à faire.',
    'Trapping twice fattens lines: the printer must know whether it is still to be done.',
  ),
  fix: text(
    'Écrivez /Trapped /False (ou /True) dans les informations du document.',
    'Write /Trapped /False (or /True) in the document information.',
  ),
  source: 'ISO 15930-7:2010 6.10',
  *find(pdf) {
    const { trapped, hasTrapped } = pdf.info
    if (trapped === 'True' || trapped === 'False') return
    yield {
      message: hasTrapped
        ? text(
            '/Trapped n’est ni le nom /True ni le nom /False',
            '/Trapped is neither the name /True nor the name /False',
          )
        : text('/Trapped absent', '/Trapped absent'),
    }
  },
} as const satisfies FileCheck
