// The output profile is in the file.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { pdfxIntent } from './pdfx-intent.ts'

export const pdfxProfileEmbedded = {
  severity: 'error',
  title: text('le profil de sortie est dans le fichier', 'the output profile is in the file'),
  why: text(
    'Le profil est ce qui donne une couleur aux chiffres ; un nom seul ne suffit pas si l’imprimeur ne l’a pas.',
    'The profile is what gives figures a colour; a name alone is not enough if the printer does not have it.',
  ),
  fix: text('Réexportez avec le profil incorporé.', 'Export again with the profile embedded.'),
  source: 'ISO 15930-7:2010 6.4; ISO 15930-4:2003; ISO 15930-6:2003',
  *find(pdf, standard) {
    const intent = pdfxIntent(pdf)
    // The older standards let a name of the ICC registry stand for the profile.
    const named = standard !== 'x4' && intent?.registry.trim()
    if (intent && !intent.profile && !named)
      yield { message: text('DestOutputProfile absent', 'DestOutputProfile absent') }
  },
} as const satisfies FileCheck
