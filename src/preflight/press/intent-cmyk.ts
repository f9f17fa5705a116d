// The printing condition is a press, with four inks.
import { text } from '../../model/diagnostic.ts'
import { pdfxIntent } from '../file/pdfx-intent.ts'
import type { GwgCheck } from './press-check.ts'

export const intentCmyk = {
  gwg: 'R0035',
  severity: 'error',
  title: text('la condition d’impression est en CMJN', 'the printing condition is CMYK'),
  why: text(
    'Une condition RVB ou grise décrit un écran ou une autre machine que la presse.',
    'An RGB or gray condition describes a screen, or another machine than the press.',
  ),
  fix: text('Exportez avec le profil CMJN de l’imprimeur.', 'Export with the printer’s CMYK profile.'),
  source: 'GWG 2022 R0035',
  *find({ pdf }) {
    const profile = pdfxIntent(pdf)?.profile
    if (profile && profile.space !== 'CMYK')
      yield {
        object: pdfxIntent(pdf)?.profileObject ?? 0,
        message: text(`condition d’impression ${profile.space}`, `printing condition ${profile.space}`),
      }
  },
} as const satisfies GwgCheck
