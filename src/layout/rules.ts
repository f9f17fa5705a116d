// The rules of layout: what does not fit, and what had to give way.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const layoutRules = {
  'text-overflow': {
    severity: 'error',
    locked: true,
    title: text('texte trop long pour la pièce', 'text too long for the piece'),
    why: text(
      'Plutôt que de couper un nom ou de le rendre illisible, l’outil refuse la pièce.',
      'Rather than cut a name or make it unreadable, the tool refuses the piece.',
    ),
    fix: text(
      'Donnez un `nom-court`, raccourcissez le texte, ou choisissez une pièce plus grande.',
      'Give a `nom-court`, shorten the text, or choose a larger piece.',
    ),
  },
  'layout-overflow': {
    severity: 'error',
    locked: true,
    title: text('éléments trop nombreux pour la pièce', 'too many elements for the piece'),
    why: text(
      'Des éléments se chevaucheraient ou sortiraient de la pièce.',
      'Elements would overlap or leave the piece.',
    ),
    fix: text(
      'Retirez des éléments (partenaires, horaires…) ou choisissez une pièce plus grande.',
      'Remove elements (partners, opening hours…) or choose a larger piece.',
    ),
  },
  'dropped-element': {
    severity: 'warning',
    title: text('élément non imprimé, faute de place', 'element left out for want of room'),
    why: text(
      'La charte dit ce qui s’efface d’abord quand la place manque ; l’outil le fait et le dit.',
      'The brand says what gives way first when room is short; the tool does so and says it.',
    ),
    fix: text(
      'Choisissez une pièce plus grande ou un nom plus court pour que l’élément revienne.',
      'Choose a larger piece or a shorter name to bring the element back.',
    ),
  },
  'short-name': {
    severity: 'note',
    title: text('nom court employé', 'short name used'),
    why: text(
      'Le nom complet serait trop petit sur cette pièce : le nom court déclaré le remplace.',
      'The full name would be too small on this piece: the declared short name stands for it.',
    ),
    fix: text(
      'Choisissez une pièce plus grande pour garder le nom complet.',
      'Choose a larger piece to keep the full name.',
    ),
  },
} as const satisfies Rules
