// The rules of templates: what can be wrong in one, and what a template may refuse of the data.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const templateRules = {
  'template-expression': {
    severity: 'error',
    locked: true,
    title: text('expression illisible dans un modèle', 'unreadable expression in a template'),
    why: text(
      'Une longueur ou une condition que l’outil ne comprend pas ne peut pas être mise en page.',
      'A length or condition the tool cannot read cannot be laid out.',
    ),
    fix: text(
      'Corrigez l’expression : nombres avec unité (mm, pt, u), variables `$nom`, emplacements, + - * / min max if.',
      'Mend the expression: numbers with a unit (mm, pt, u), `$name` variables, slots, + - * / min max if.',
    ),
  },
  'unknown-slot': {
    severity: 'error',
    locked: true,
    title: text('emplacement inconnu dans un modèle', 'unknown slot in a template'),
    why: text(
      'Un emplacement mal écrit laisserait un vide sur la pièce sans que personne ne le voie.',
      'A misspelt slot would leave a silent gap on the piece.',
    ),
    fix: text(
      'Écrivez un emplacement connu, par exemple `{structure.nom}`.',
      'Use a known slot such as `{structure.nom}`.',
    ),
  },
  'unknown-token': {
    severity: 'error',
    locked: true,
    title: text(
      'couleur, style ou pictogramme inconnu de la charte',
      'colour, style or pictogram the brand does not have',
    ),
    why: text(
      'Un modèle ne peut employer que ce que la charte définit : une couleur devinée est une couleur fausse.',
      'A template may only use what the brand defines: a guessed colour is a wrong colour.',
    ),
    fix: text(
      'Ajoutez-le à brand.yaml, ou corrigez son nom dans le modèle.',
      'Add it to brand.yaml, or mend its name in the template.',
    ),
  },
  'missing-glyph': {
    severity: 'error',
    locked: true,
    title: text('caractère absent de la police', 'character missing from the font'),
    why: text(
      'Le caractère serait remplacé par un carré vide, ou disparaîtrait.',
      'The character would print as an empty box, or vanish.',
    ),
    fix: text(
      'Écrivez le texte sans ce caractère, ou choisissez une charte dont la police le contient.',
      'Write the text without the character, or choose a brand whose font has it.',
    ),
  },
  'mixed-direction': {
    severity: 'error',
    locked: true,
    title: text('texte qui mêle deux sens d’écriture', 'text that mixes two writing directions'),
    why: text(
      'L’arabe et l’hébreu s’écrivent de droite à gauche : mêlés au français sur une ligne, les mots sortiraient en désordre.',
      'Arabic and Hebrew run from right to left: mixed with French on a line, the words would come out in disorder.',
    ),
    fix: text('Séparez les deux langues : une par texte.', 'Keep the two languages apart: one for each text.'),
  },
  'qr-too-long': {
    severity: 'error',
    title: text('adresse trop longue pour un code QR', 'address too long for a QR code'),
    why: text(
      'Plus l’adresse est longue, plus les modules du code sont petits : au-delà, aucun téléphone ne le lit sur un panneau.',
      'The longer the address, the smaller the modules: beyond that no phone reads it on a sign.',
    ),
    fix: text('Donnez une adresse plus courte dans `qr`.', 'Give a shorter address in `qr`.'),
  },
} as const satisfies Rules
