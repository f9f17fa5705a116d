// What can be wrong with the keys and the values of a kit.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'
import { LOST } from './lost.ts'

export const kitRules = {
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
      'Sans guillemets, YAML lit 01000 comme mille : l’outil garde le texte du fichier, d’autres logiciels perdraient le zéro.',
      'Without quotes YAML reads 01000 as one thousand: the tool keeps the text, other software would lose the zero.',
    ),
    fix: text('Mettez la valeur entre guillemets.', 'Put the value in quotes.'),
  },
  'lost-zero': {
    severity: 'error',
    locked: true,
    title: text('zéro perdu au début', 'leading zero lost'),
    why: text(
      'Un tableur retire le premier zéro des codes postaux et des téléphones : l’adresse ou le numéro serait faux.',
      'Spreadsheets drop the first zero of post codes and phone numbers: the address or the number would be wrong.',
    ),
    fix: text('Remettez le zéro, entre guillemets.', 'Put the zero back, in quotes.'),
  },
  'postcode-department': {
    severity: 'note',
    title: text('code postal d’un autre département que la Caf', 'post code of another department than the Caf'),
    why: text(
      'Un chiffre tapé pour un autre envoie à l’autre bout de la France ; une commune limitrophe ou le siège d’un gestionnaire le justifient parfois.',
      'One figure typed for another leads to the other end of France; a town across the border or a manager’s seat sometimes accounts for it.',
    ),
    fix: text(
      'Corrigez le code postal ou la Caf ; rien à faire si les deux sont justes.',
      'Mend the post code or the Caf; nothing if both are right.',
    ),
  },
  'control-character': {
    severity: 'error',
    locked: true,
    title: text('caractère de contrôle dans un texte', 'control character in a text'),
    why: text(
      'Il n’a pas de dessin : le panneau aurait un trou ou un carré.',
      'It has no shape: the sign would have a gap or a box.',
    ),
    fix: text('Effacez la valeur et tapez-la de nouveau.', 'Delete the value and type it again.'),
  },
  'invisible-character': {
    severity: 'note',
    title: text('caractères invisibles retirés', 'invisible characters removed'),
    why: text(
      'Venus d’un copier-coller, ils ne se voient pas mais déplacent ou retournent les lettres.',
      'Brought by copy and paste, they do not show but move or turn letters.',
    ),
    fix: text(
      'Rien à faire ; tapez la valeur de nouveau pour ne plus voir la remarque.',
      'Nothing; type the value again to stop the note.',
    ),
  },
  'garbled-text': {
    severity: 'error',
    title: text('accents abîmés', 'damaged accents'),
    why: text('« CrÃ¨che » serait imprimé tel quel.', '“CrÃ¨che” would be printed as it is.'),
    fix: text(
      'Tapez de nouveau la valeur, et enregistrez le fichier en UTF-8.',
      'Type the value again, and save the file as UTF-8.',
    ),
  },
  'line-break': {
    severity: 'note',
    title: text('retours à la ligne remplacés par des espaces', 'line breaks replaced with spaces'),
    why: text(
      'Les lignes sont coupées selon la place et le sens, sur chaque pièce.',
      'Lines are broken by room and by meaning, on each piece.',
    ),
    fix: text('Écrivez la valeur sur une ligne.', 'Write the value on one line.'),
  },
  'placeholder-value': {
    severity: 'error',
    title: text('mot qui tient lieu de valeur', 'word standing for a value'),
    why: text('« NC » ou « - » serait imprimé sur le panneau.', '“NC” or “-” would be printed on the sign.'),
    fix: text(
      'Retirez la ligne : ce qui manque n’est pas imprimé.',
      'Remove the line: what is missing is not printed.',
    ),
  },
  'unused-value': {
    severity: 'warning',
    title: text('valeur qui ne sera pas imprimée', 'value that will not be printed'),
    why: text(
      'Deux valeurs se contredisent : l’une efface l’autre.',
      'Two values contradict each other: one hides the other.',
    ),
    fix: text('Gardez celle qui est vraie.', 'Keep the one that is true.'),
  },
  'unknown-type': {
    severity: 'error',
    locked: true,
    title: text('type de structure inconnu', 'unknown type of structure'),
    why: text(
      'Le type donne les couleurs, le signe et le libellé.',
      'The type gives the colours, the sign and the label.',
    ),
    fix: text(
      'Choisissez un type de `signakit list types`, ou `autre` avec `type-libelle`.',
      'Choose a type of `signakit list types`, or `autre` with `type-libelle`.',
    ),
  },
  'former-type': {
    severity: 'note',
    title: text('ancien nom d’un type de structure', 'former name of a type of structure'),
    why: text('Le nom actuel est imprimé à sa place.', 'The present name is printed instead.'),
    fix: text('Écrivez le nom actuel.', 'Write the present name.'),
  },
  'unknown-caf': {
    severity: 'error',
    locked: true,
    title: text('Caf inconnue', 'unknown Caf'),
    why: text(
      'Le nom et le logo de la Caf sont ce que la pièce doit montrer.',
      'The Caf’s name and logo are what the piece must show.',
    ),
    fix: text(
      'Donnez le numéro du département, ou un nom de `signakit list cafs`.',
      'Give the department number, or a name of `signakit list cafs`.',
    ),
  },
  'caf-name': {
    severity: 'note',
    title: text('nom de Caf à vérifier', 'name of a Caf to check'),
    why: text(
      'Ce nom suit la règle des départements, mais nous ne l’avons pas lu dans une publication de la Caf.',
      'This name follows the rule of departments, but we have not read it in a publication of the Caf.',
    ),
    fix: text('Demandez à la Caf comment elle écrit son nom.', 'Ask the Caf how it writes its name.'),
  },
  'kit-id': {
    severity: 'error',
    locked: true,
    title: text('kit sans identifiant possible', 'kit without a possible id'),
    why: text(
      'L’identifiant nomme le dossier et les fichiers : il lui faut des lettres latines ou des chiffres.',
      'The id names the folder and the files: it needs Latin letters or figures.',
    ),
    fix: text('Ajoutez `id` à la structure.', 'Add `id` to the structure.'),
  },
  'set-path': {
    severity: 'error',
    locked: true,
    title: text('chemin de `--set` impossible', 'impossible path of `--set`'),
    why: text('La valeur ne remplacerait rien.', 'The value would replace nothing.'),
    fix: text(
      'Écrivez le chemin comme dans le fichier : `structure.adresse.commune`.',
      'Write the path as in the file: `structure.adresse.commune`.',
    ),
  },
  'unknown-rule': {
    severity: 'error',
    locked: true,
    title: text('règle inconnue', 'unknown rule'),
    why: text(
      'Une conduite pour une règle qui n’existe pas ne change rien, sans bruit.',
      'A policy for a rule that does not exist changes nothing, in silence.',
    ),
    fix: text('Choisissez une règle de `signakit list controles`.', 'Choose a rule of `signakit list checks`.'),
  },
  'locked-rule': {
    severity: 'error',
    locked: true,
    title: text('règle verrouillée', 'locked rule'),
    why: text(
      'Cette faute rendrait la pièce inutilisable : rien ne peut l’abaisser.',
      'This fault would make the piece useless: nothing can lower it.',
    ),
    fix: text('Retirez la ligne de `regles`.', 'Remove the line from `regles`.'),
  },
  'value-too-long': {
    severity: 'error',
    locked: true,
    title: text('valeur trop longue', 'value too long'),
    why: text(
      'Aucun panneau ne peut la porter ; souvent, un guillemet oublié avale la suite du fichier.',
      'No sign can carry it; often a forgotten quote swallows the rest of the file.',
    ),
    fix: text('Raccourcissez la valeur.', 'Shorten the value.'),
  },
} as const satisfies Rules
