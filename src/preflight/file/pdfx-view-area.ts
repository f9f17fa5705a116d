// What viewers and printers are told to cut to.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxViewArea = {
  severity: 'error',
  title: text(
    'la zone affichée ou imprimée est le support ou le fond perdu',
    'the area shown or printed is the media or the bleed',
  ),
  why: text(
    'Une autre zone ferait imprimer autre chose que ce qui est vérifié.',
    'Another area would print something else than what was checked.',
  ),
  fix: text('Réexportez sans préférences d’affichage.', 'Export without viewer preferences.'),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 12.2',
  *find(pdf) {
    const preferences = pdf.objects.dict(pdf.catalog, 'ViewerPreferences')
    for (const key of ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip']) {
      const box = pdf.objects.name(preferences, key)
      if (box !== undefined && box !== 'MediaBox' && box !== 'BleedBox')
        yield { message: text(`${key} vaut ${box}`, `${key} is ${box}`) }
    }
  },
} as const satisfies FileCheck
