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
  'output-intent': {
    severity: 'warning',
    title: text('le profil a la table que l’imprimeur demande', 'the profile has the table the printer asks for'),
    why: text(
      'Un profil a une table de séparation par intention de rendu. Quand celle que demande `intent` manque ou ne se lit pas, une autre sert, et les couleurs hors de l’espace des encres sont rendues autrement.',
      'A profile has a separation table for each rendering intent. When the one that `intent` asks for is missing or cannot be read, another serves, and colours outside the gamut of the inks come out differently.',
    ),
    fix: text(
      'Demandez à l’imprimeur un profil complet, ou écrivez dans son fichier l’`intent` que le profil possède.',
      'Ask the printer for a complete profile, or write in the printer’s file the `intent` that the profile has.',
    ),
    source: 'ICC.1:2010 8.3.3, 8.5.2',
  },
  'small-profile': {
    severity: 'warning',
    title: text('le petit profil dit vrai de cet imprimeur', 'the small profile is true of this printer'),
    why: text(
      'Le petit profil allège les fichiers qui partent par courriel. Il décrit FOGRA39 : incorporé pour une autre condition, il tromperait les épreuves et le RIP. Le profil entier y reste alors.',
      'The small profile makes files light enough to mail. It describes FOGRA39: embedded for another condition it would mislead proofs and the RIP, so the whole profile stays.',
    ),
    fix: text(
      'Retirez `--small-profile` (ou `small-profile` du fichier de l’imprimeur), ou donnez à l’imprimeur un profil et une condition FOGRA39.',
      'Leave out `--small-profile` (or `small-profile` in the printer’s file), or give the printer a FOGRA39 profile and condition.',
    ),
    source: 'ISO 15930-7:2010 6.4',
  },
} as const satisfies Rules
