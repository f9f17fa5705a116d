// The rules about colour management files.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const colorRules = {
  'output-profile': {
    severity: 'error',
    locked: true,
    title: text('le profil ICC de l’imprimeur est utilisable', 'the printer’s ICC profile can be used'),
    why: text(
      'Le profil de sortie dit comment chaque encre rend sur le papier ou le film : sans lui, aucune couleur n’est sûre, et un PDF/X-4 doit le contenir.',
      'The output profile says how each ink looks on the paper or film: without it no colour is safe, and a PDF/X-4 file must carry it.',
    ),
    fix: text(
      'Demandez à l’imprimeur son profil de sortie CMJN (fichier .icc de classe « prtr ») et indiquez son chemin dans le fichier de l’imprimeur.',
      'Ask the printer for a CMYK output profile (an .icc file of class “prtr”) and give its path in the printer’s file.',
    ),
    source: 'ISO 15930-7:2010 6.4; ICC.1:2010 8.5',
  },
} as const satisfies Rules
