// The rules of the white plate: what it gives in its own way.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const whiteRules = {
  'white-thin': {
    severity: 'note',
    title: text('blanc jusqu’au bord des parties fines', 'white up to the edge of thin parts'),
    why: text(
      'Le blanc se retire au bord de l’image pour ne pas dépasser si les encres se décalent ; sous un trait fin, il disparaîtrait.',
      'White draws back from the edges of art, lest it shows when inks print out of register; under a thin line it would vanish.',
    ),
    fix: text(
      'Rien à faire ; un trait ou un texte plus épais aurait son retrait comme le reste.',
      'Nothing to do; a thicker line or text would be drawn back like the rest.',
    ),
    source: 'cartograf.com, serigraphy: choke 0.06 to 0.10 mm',
  },
  'white-shadow': {
    severity: 'note',
    title: text('ombre ou fondu sans blanc', 'shadow or fade without white'),
    why: text(
      'Le blanc est plein ou absent : sous une ombre qui s’efface, il ferait une tache au bord net.',
      'White is solid or absent: under a shadow that fades away it would make a patch with a hard edge.',
    ),
    fix: text(
      'Remplacez le dégradé par une couleur unie, ou choisissez un imprimeur dont le profil dit `white: { shadows: true }`.',
      'Use a flat colour instead of the fade, or a printer whose profile says `white: { shadows: true }`.',
    ),
    source: 'signexample.com, white ink',
  },
} as const satisfies Rules
