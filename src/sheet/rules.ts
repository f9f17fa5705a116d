// The rules that the operations on a sheet may emit.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'
import { flattenRules } from './flatten/rules.ts'
import { whiteRules } from './white-rules.ts'

/** What cannot be drawn in one colour. */
const oneColourRules = {
  'one-colour-lost': {
    severity: 'error',
    locked: true,
    title: text('un texte ou un logo se fond dans le reste', 'a text or logo melts into the rest'),
    why: text(
      'Gravée ou découpée, la pièce n’a qu’une couleur : un texte sur un fond plein, ou blanc sur la matière, n’y est plus.',
      'Engraved or cut, the piece has one colour: a text on a solid ground, or white on the material, is no longer there.',
    ),
    fix: text(
      'Dans le modèle, ne gardez pas ce fond plein (`solid`) ; pour un logo pâle, donnez sa version foncée.',
      'In the template, do not keep that ground solid (`solid`); for a pale logo, give its dark version.',
    ),
  },
  'logo-one-colour': {
    severity: 'error',
    title: text('un logo qui ne peut pas être d’une seule couleur', 'a logo that cannot be of one colour'),
    why: text(
      'Une graveuse ou un traceur suit des contours : des pixels, un dégradé, un fondu n’en ont pas ; deux couleurs qui se touchent n’en ont plus qu’un.',
      'An engraver or a cutter follows outlines: pixels, gradients and fades have none; colours that touch have one left.',
    ),
    fix: text(
      'Donnez le logo en SVG, au trait, dans sa version en une couleur ; ou `regles: { logo-one-colour: avertir }`, et le nom du partenaire l’écrit.',
      'Give the logo as SVG, in outlines, in its one-colour version; or `regles: { logo-one-colour: avertir }`, and the partner’s name stands for it.',
    ),
  },
} as const satisfies Rules

export const sheetRules = { ...whiteRules, ...flattenRules, ...oneColourRules } as const satisfies Rules
