// What a cell holds that it should not: told at the cell, never repaired in silence.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'

export const cellRules = {
  'all-capitals': {
    severity: 'note',
    title: text('texte tout en capitales', 'text all in capitals'),
    why: text(
      'Un nom en capitales se lit moins bien et perd souvent ses accents ; il est imprimé comme il est écrit.',
      'A name in capitals reads less well and often loses its accents; it is printed as it is written.',
    ),
    fix: text(
      'Écrivez-le en minuscules avec ses accents ; `signakit fix` le propose dans une copie.',
      'Write it in small letters with its accents; `signakit fix` proposes it in a copy.',
    ),
  },
  'untidy-text': {
    severity: 'note',
    title: text('espaces en trop, apostrophes droites', 'stray spaces, straight apostrophes'),
    why: text(
      'Le panneau les corrige de lui-même ; le tableur les garde.',
      'The sign sets them right by itself; the spreadsheet keeps them.',
    ),
    fix: text(
      'Rien à faire ; `signakit fix` les corrige dans une copie.',
      'Nothing; `signakit fix` mends them in a copy.',
    ),
  },
  'latin-9-text': {
    severity: 'warning',
    title: text('signe d’un autre codage dans un mot', 'sign of another encoding in a word'),
    why: text(
      '« C½ur », « 10 ¤ » : un CSV en ISO-8859-15 ne se distingue du Windows-1252 que par ces signes, qui seraient imprimés.',
      '“C½ur”, “10 ¤”: a CSV in ISO-8859-15 differs from Windows-1252 by these signs only, which would be printed.',
    ),
    fix: text(
      'Ajoutez `--encodage iso-8859-15`, enregistrez le CSV en UTF-8 depuis son logiciel, ou corrigez la cellule.',
      'Add `--encoding iso-8859-15`, save the CSV as UTF-8 from its software, or mend the cell.',
    ),
    source: 'ISO/IEC 8859-15:1999',
  },
  'boolean-in-text': {
    severity: 'error',
    title: text('oui ou non de tableur à la place d’un texte', 'a spreadsheet’s yes or no in place of a text'),
    why: text(
      'Un tableur français prend « Faux », nom de commune, pour la valeur FAUX : « faux » s’imprimerait.',
      'A French spreadsheet takes “Faux”, the name of a town, for the value FALSE: “faux” would be printed.',
    ),
    fix: text(
      'Retapez la valeur dans une cellule au format Texte ; pour une commune, `signakit fix` écrit « Faux » dans une copie.',
      'Type the value again in a cell of format Text; for a town, `signakit fix` writes “Faux” in a copy.',
    ),
  },
  'date-in-text': {
    severity: 'error',
    title: text('date à la place d’une valeur', 'date in place of a value'),
    why: text(
      'Un tableur change « 12-1 » en 12 janvier : c’est la date qui serait imprimée.',
      'A spreadsheet turns “12-1” into 12 January: the date would be printed.',
    ),
    fix: text('Retapez la valeur dans une cellule au format Texte.', 'Type the value again in a cell of format Text.'),
  },
  'formula-text': {
    severity: 'error',
    title: text('formule écrite en toutes lettres', 'formula written out'),
    why: text(
      'Une formule n’est que du texte ici : elle serait imprimée telle quelle.',
      'A formula is only text here: it would be printed as it is.',
    ),
    fix: text('Écrivez la valeur elle-même.', 'Write the value itself.'),
  },
  'decimal-figure': {
    severity: 'error',
    title: text('nombre entier écrit avec des décimales', 'whole number written with decimals'),
    why: text('« 12.0 » places serait imprimé tel quel.', '“12.0” places would be printed as it is.'),
    fix: text(
      'Retirez les décimales ; `signakit fix` le fait dans une copie.',
      'Remove the decimals; `signakit fix` does it in a copy.',
    ),
  },
  'scientific-notation': {
    severity: 'error',
    locked: true,
    title: text('nombre écrit en puissance de dix', 'number written as a power of ten'),
    why: text(
      '« 3,56E+08 » a perdu ses derniers chiffres : le numéro serait faux.',
      '“3,56E+08” has lost its last figures: the number would be wrong.',
    ),
    fix: text(
      'Reprenez le nombre à sa source, dans une cellule au format Texte.',
      'Take the number from its source again, in a cell of format Text.',
    ),
  },
  'address-in-one-cell': {
    severity: 'warning',
    title: text('adresse entière dans une cellule', 'whole address in one cell'),
    why: text(
      'Le panneau met la voie sur une ligne, le code postal et la commune sur l’autre ; d’un seul tenant, l’adresse se coupe mal et la commune manque ailleurs.',
      'The sign sets the street on one line, the post code and the town on the next; in one piece the address breaks badly and the town is missing elsewhere.',
    ),
    fix: text(
      'Une colonne pour la voie, une pour le code postal, une pour la commune ; `signakit fix` la coupe dans une copie.',
      'One column for the street, one for the post code, one for the town; `signakit fix` splits it in a copy.',
    ),
  },
  'address-contradiction': {
    severity: 'error',
    title: text('deux adresses dans une ligne', 'two addresses in a row'),
    why: text(
      'L’adresse dit une commune et les colonnes une autre : le panneau dirait les deux.',
      'The address says one town and the columns another: the sign would say both.',
    ),
    fix: text('Corrigez celle qui est fausse.', 'Mend the one that is wrong.'),
  },
} as const satisfies Rules
