// What can be wrong with a user's file before anything is designed, as `signakit explain` tells it.

import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

const LOST = text(
  'Le fichier ne peut pas être compris sans deviner, et une valeur devinée finirait sur un panneau.',
  'The file cannot be understood without guessing, and a guessed value would end on a sign.',
)

export const inputRules = {
  'file-too-large': {
    severity: 'error',
    locked: true,
    title: text('fichier trop gros', 'file too large'),
    why: text(
      'Un kit tient en une page : un fichier énorme est un autre fichier.',
      'A kit fits on a page: a huge file is another file.',
    ),
    fix: text('Donnez le fichier YAML du kit.', 'Give the YAML file of the kit.'),
  },
  'yaml-too-deep': {
    severity: 'error',
    locked: true,
    title: text('imbrication trop profonde', 'nesting too deep'),
    why: text('Un fichier imbriqué à l’excès bloquerait l’outil.', 'Excessive nesting would block the tool.'),
    fix: text('Donnez le fichier YAML du kit.', 'Give the YAML file of the kit.'),
  },
  'yaml-aliases': {
    severity: 'error',
    locked: true,
    title: text('trop d’alias YAML', 'too many YAML aliases'),
    why: text('Des alias en cascade peuvent remplir toute la mémoire.', 'Cascading aliases can fill the whole memory.'),
    fix: text('Écrivez les valeurs en toutes lettres.', 'Write the values out.'),
  },
  'empty-file': {
    severity: 'error',
    locked: true,
    title: text('fichier vide', 'empty file'),
    why: text('Il n’y a rien à fabriquer.', 'There is nothing to make.'),
    fix: text('Écrivez le kit ; `signakit new` en donne un modèle.', 'Write the kit; `signakit new` gives a model.'),
  },
  'multiple-documents': {
    severity: 'error',
    locked: true,
    title: text('plusieurs documents dans un fichier', 'several documents in one file'),
    why: LOST,
    fix: text('Un fichier par kit.', 'One file per kit.'),
  },
  'yaml-syntax': {
    severity: 'error',
    locked: true,
    title: text('le fichier ne se lit pas comme du YAML', 'the file does not read as YAML'),
    why: LOST,
    fix: text(
      'Corrigez la ligne montrée ; dans le doute, mettez la valeur entre guillemets.',
      'Mend the line shown; when in doubt, put the value in quotes.',
    ),
    source: 'YAML 1.2.2',
  },
  'yaml-tab': {
    severity: 'error',
    locked: true,
    title: text('tabulation au début d’une ligne', 'tab at the start of a line'),
    why: text('YAML compte les espaces, et refuse les tabulations.', 'YAML counts spaces and refuses tabs.'),
    fix: text('Remplacez les tabulations par des espaces.', 'Replace tabs with spaces.'),
    source: 'YAML 1.2.2 6.1',
  },
  'colon-in-value': {
    severity: 'error',
    locked: true,
    title: text('des deux-points dans une valeur', 'a colon in a value'),
    why: text(
      'Suivis d’un espace, ils font une clé : le nom serait coupé.',
      'Followed by a space it makes a key: the name would be cut.',
    ),
    fix: text('Mettez la valeur entre guillemets.', 'Put the value in quotes.'),
  },
  'comma-splits-value': {
    severity: 'error',
    locked: true,
    title: text('une virgule coupe la valeur', 'a comma cuts the value'),
    why: text(
      'Entre accolades, la virgule sépare deux clés : la fin serait perdue.',
      'In braces a comma splits keys: the end would be lost.',
    ),
    fix: text('Mettez la valeur entre guillemets.', 'Put the value in quotes.'),
  },
  'duplicate-key': {
    severity: 'error',
    locked: true,
    title: text('clé écrite deux fois', 'key written twice'),
    why: text('Une des deux valeurs serait perdue sans bruit.', 'One of the two values would be lost in silence.'),
    fix: text('Gardez une seule des deux lignes.', 'Keep only one of the two lines.'),
  },
  'text-after-hash': {
    severity: 'error',
    title: text('un `#` cache la fin de la valeur', 'a `#` hides the end of the value'),
    why: text(
      'Après un espace, `#` commence un commentaire : « Crèche #1 » deviendrait « Crèche ».',
      'After a space `#` starts a comment: “Crèche #1” would become “Crèche”.',
    ),
    fix: text(
      'Mettez la valeur entre guillemets ; pour un commentaire, laissez un espace après `#`.',
      'Put the value in quotes; for a comment, leave a space after `#`.',
    ),
  },
  'unknown-key': {
    severity: 'error',
    locked: true,
    title: text('clé inconnue', 'unknown key'),
    why: text(
      'Une valeur que rien ne lit serait absente du panneau, sans bruit.',
      'A value that nothing reads would be missing from the sign, in silence.',
    ),
    fix: text('Corrigez le nom de la clé, ou retirez la ligne.', 'Mend the name of the key, or remove the line.'),
  },
  'missing-key': {
    severity: 'error',
    locked: true,
    title: text('valeur obligatoire absente', 'required value missing'),
    why: text('Sans elle, la pièce ne peut pas être fabriquée.', 'The piece cannot be made without it.'),
    fix: text('Ajoutez la ligne.', 'Add the line.'),
  },
  'wrong-value': {
    severity: 'error',
    locked: true,
    title: text('valeur qui ne convient pas', 'unsuitable value'),
    why: LOST,
    fix: text('Corrigez la valeur montrée.', 'Mend the value shown.'),
  },
  'number-as-text': {
    severity: 'note',
    title: text('un nombre gardé comme il est écrit', 'a number kept as it is written'),
    why: text(
      'Sans guillemets, YAML lit 01000 comme mille : l’outil garde le texte du fichier, d’autres logiciels perdraient le zéro.',
      'Without quotes YAML reads 01000 as one thousand: the tool keeps the text, other software would lose the zero.',
    ),
    fix: text('Mettez la valeur entre guillemets.', 'Put the value in quotes.'),
  },
  'value-too-long': {
    severity: 'error',
    locked: true,
    title: text('valeur trop longue', 'value too long'),
    why: text(
      'Aucun panneau ne peut la porter ; souvent, un guillemet oublié avale la suite du fichier.',
      'No sign can carry it; often a forgotten quote swallows the rest of the file.',
    ),
    fix: text('Raccourcissez la valeur.', 'Shorten the value.'),
  },
} as const satisfies Rules

export type InputRule = keyof typeof inputRules
