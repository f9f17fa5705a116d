// The rules that a written SVG or PNG is read back by. A file that breaks one never gets its final name (exit code 4).
import { text } from '../model/diagnostic.ts'
import type { Rule, Rules } from '../model/rule.ts'

const fix = text(
  'C’est un défaut de signakit, pas de vos données : signalez-le avec le fichier du kit.',
  'This is a fault of signakit, not of your data: report it with the kit file.',
)

const rule = (title: Rule['title'], why: Rule['why']): Rule => ({ severity: 'error', title, why, fix, locked: true })

export const writtenRules = {
  'written-svg-damaged': rule(
    text('un SVG écrit ne se relit pas', 'a written SVG does not read back'),
    text('Un fichier mal formé ne s’ouvre nulle part.', 'A file that is not well formed opens nowhere.'),
  ),
  'written-svg-size': rule(
    text('un SVG écrit n’a pas la bonne taille', 'a written SVG has the wrong size'),
    text(
      'Le SVG part chez le découpeur à l’échelle 1 : un millimètre y est un millimètre.',
      'The SVG goes to the cutter at full size: a millimetre is a millimetre.',
    ),
  ),
  'written-svg-plate': rule(
    text('une planche manque dans un SVG écrit', 'a plate is missing from a written SVG'),
    text(
      'L’opérateur cherche la découpe et le blanc par leur nom, dans leur propre calque.',
      'The operator looks for the cut and the white by name, each in a layer of its own.',
    ),
  ),
  'written-svg-reference': rule(
    text('un SVG écrit dépend d’autre chose que de lui-même', 'a written SVG depends on something outside itself'),
    text(
      'Un lien vers l’extérieur, un script ou un identifiant perdu changerait le dessin d’un poste à l’autre.',
      'A link to the outside, a script or a lost id would change the drawing from one machine to another.',
    ),
  ),
  'written-png-damaged': rule(
    text('un PNG écrit ne se relit pas', 'a written PNG does not read back'),
    text('Un fichier abîmé montre une image incomplète, ou rien.', 'A damaged file shows half a picture, or none.'),
  ),
  'written-png-size': rule(
    text('un PNG écrit n’a pas le bon nombre de pixels', 'a written PNG has the wrong number of pixels'),
    text(
      'Les pixels se déduisent de la taille en millimètres et de la résolution, à l’unité près.',
      'Pixels follow from the size in millimetres and the resolution, to the unit.',
    ),
  ),
  'written-png-resolution': rule(
    text('un PNG écrit n’annonce pas sa résolution', 'a written PNG does not say its resolution'),
    text('Sans elle, l’image s’ouvre à une taille quelconque.', 'Without it the picture opens at any size.'),
  ),
  'written-png-color': rule(
    text('un PNG écrit n’a pas les couleurs attendues', 'a written PNG does not have the expected colours'),
    text(
      'Sans profil, chaque écran interprète les couleurs à sa façon.',
      'Without a profile every screen reads the colours its own way.',
    ),
  ),
} as const satisfies Rules

export type WrittenRule = keyof typeof writtenRules
