// What can be wrong with a user's file before anything is designed, as `signakit explain` tells it.

import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

const LOST = text(
  'Le fichier ne peut pas être compris sans deviner, et une valeur devinée finirait sur un panneau.',
  'The file cannot be understood without guessing, and a guessed value would end on a sign.',
)

export const inputRules = {
  'file-unreadable': {
    severity: 'error',
    locked: true,
    title: text('fichier impossible à lire', 'file cannot be read'),
    why: text('Sans lui, il n’y a rien à fabriquer.', 'Without it there is nothing to make.'),
    fix: text('Vérifiez le chemin et les droits du fichier.', 'Check the path and the rights of the file.'),
  },
  'wrong-file-type': {
    severity: 'error',
    locked: true,
    title: text('ce n’est pas un fichier YAML', 'not a YAML file'),
    why: text(
      'Un kit est un fichier texte ; celui-ci est d’une autre sorte.',
      'A kit is a text file; this one is of another kind.',
    ),
    fix: text(
      'Donnez le fichier YAML du kit ; `signakit new` en écrit un.',
      'Give the YAML file of the kit; `signakit new` writes one.',
    ),
  },
  'not-text': {
    severity: 'error',
    locked: true,
    title: text('ce n’est pas un fichier texte', 'not a text file'),
    why: text(
      'Un kit est un fichier texte ; celui-ci est d’une autre sorte.',
      'A kit is a text file; this one is of another kind.',
    ),
    fix: text('Donnez le fichier YAML du kit.', 'Give the YAML file of the kit.'),
  },
  'json-nested': {
    severity: 'error',
    locked: true,
    title: text('une valeur JSON ne tient pas dans une cellule', 'a JSON value that does not fit in a cell'),
    why: text(
      'Un enregistrement plat se lit comme une ligne de tableur\u00a0: une liste d’objets y serait perdue en silence.',
      'A flat record is read as a row of a sheet: a list of objects would be lost in silence.',
    ),
    fix: text(
      'Écrivez une liste de mots, ou donnez à chaque ligne la forme d’un kit\u00a0: `{"structure": {…}, "kit": {…}}`.',
      'Write a list of words, or give each line the form of a kit: `{"structure": {…}, "kit": {…}}`.',
    ),
  },
  'json-syntax': {
    severity: 'error',
    locked: true,
    title: text('ce n’est pas du JSON', 'not JSON'),
    why: text(
      'Un enregistrement qui ne se lit pas est une structure qui n’aurait pas son kit.',
      'A record that cannot be read is a structure that would not get its kit.',
    ),
    fix: text(
      'Un fichier `.jsonl` a un objet JSON par ligne\u00a0; un `.geojson` est une collection de points.',
      'A `.jsonl` file has one JSON object a line; a `.geojson` file is a collection of points.',
    ),
  },
  encoding: {
    severity: 'note',
    title: text('fichier dans un autre codage que l’UTF-8', 'file in another encoding than UTF-8'),
    why: text(
      'L’outil l’a reconnu, mais un codage se devine : un accent peut être faux.',
      'The tool recognised it, but an encoding is a guess: an accent may be wrong.',
    ),
    fix: text('Enregistrez le fichier en UTF-8.', 'Save the file as UTF-8.'),
  },
  'file-too-large': {
    severity: 'error',
    locked: true,
    title: text('fichier trop gros', 'file too large'),
    why: text(
      'Un kit tient en une page : un fichier énorme est un autre fichier.',
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
    fix: text('Écrivez le kit ; `signakit new` en donne un modèle.', 'Write the kit; `signakit new` gives a model.'),
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
      'Corrigez la ligne montrée ; dans le doute, mettez la valeur entre guillemets.',
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
      'Suivis d’un espace, ils font une clé : le nom serait coupé.',
      'Followed by a space it makes a key: the name would be cut.',
    ),
    fix: text('Mettez la valeur entre guillemets.', 'Put the value in quotes.'),
  },
  'comma-splits-value': {
    severity: 'error',
    locked: true,
    title: text('une virgule coupe la valeur', 'a comma cuts the value'),
    why: text(
      'Entre accolades, la virgule sépare deux clés : la fin serait perdue.',
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
      'Après un espace, `#` commence un commentaire : « Crèche #1 » deviendrait « Crèche ».',
      'After a space `#` starts a comment: “Crèche #1” would become “Crèche”.',
    ),
    fix: text(
      'Mettez la valeur entre guillemets ; pour un commentaire, laissez un espace après `#`.',
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
  'header-missing': {
    severity: 'error',
    locked: true,
    title: text('feuille sans ligne de titres', 'sheet without a row of titles'),
    why: text(
      'Sans titres, chaque colonne serait devinée, et une valeur devinée finirait sur un panneau.',
      'Without titles each column would be guessed, and a guessed value would end on a sign.',
    ),
    fix: text(
      'Mettez les titres des colonnes (nom, type, caf…) dans les vingt premières lignes.',
      'Put the titles of the columns (nom, type, caf…) in the first twenty rows.',
    ),
  },
  'header-choice': {
    severity: 'warning',
    title: text('deux lignes ressemblent à des titres', 'two rows look like titles'),
    why: text(
      'Une seule est lue ; une ligne de données prise pour des titres serait perdue.',
      'Only one is read; a row of data taken for titles would be lost.',
    ),
    fix: text('Gardez une seule ligne de titres.', 'Keep one row of titles.'),
  },
  'column-missing': {
    severity: 'error',
    locked: true,
    title: text('aucune colonne pour le nom', 'no column for the name'),
    why: text(
      'Sans le nom de la structure, il n’y a pas de kit.',
      'Without the name of the structure there is no kit.',
    ),
    fix: text(
      'Nommez la colonne `nom`, ou dites laquelle c’est avec `--map`.',
      'Call the column `nom`, or say which one it is with `--map`.',
    ),
  },
  'column-map': {
    severity: 'error',
    locked: true,
    title: text('ligne de `--map` sans effet possible', 'line of `--map` without a possible effect'),
    why: text(
      'Une correspondance fausse enverrait une colonne ailleurs, ou nulle part, sans bruit.',
      'A wrong mapping would send a column elsewhere, or nowhere, in silence.',
    ),
    fix: text(
      'Écrivez `Titre: chemin`, `chemin: [Titre, Titre]` ou `Titre: ignorer`.',
      'Write `Title: path`, `path: [Title, Title]` or `Title: ignorer`.',
    ),
  },
  'duplicate-column': {
    severity: 'error',
    locked: true,
    title: text('deux colonnes pour la même valeur', 'two columns for the same value'),
    why: text('Rien ne dit laquelle des deux est la bonne.', 'Nothing says which of the two is right.'),
    fix: text(
      'Renommez l’une des deux, ou écartez-la avec `--map`.',
      'Rename one of them, or leave it out with `--map`.',
    ),
  },
  'column-guess': {
    severity: 'warning',
    title: text('titre de colonne interprété', 'title of a column interpreted'),
    why: text(
      'Le titre peut vouloir dire autre chose : la lecture est dite, pour être vérifiée.',
      'The title may mean something else: the reading is said, to be checked.',
    ),
    fix: text(
      'Donnez à la colonne le nom du chemin, ou dites-le avec `--map`.',
      'Give the column the name of the path, or say it with `--map`.',
    ),
  },
  'column-ambiguous': {
    severity: 'warning',
    title: text('titre de colonne à double sens', 'title of a column with two meanings'),
    why: text(
      'Deviner mettrait une valeur à la place d’une autre : la colonne n’est pas lue.',
      'Guessing would put one value in the place of another: the column is not read.',
    ),
    fix: text(
      'Donnez à la colonne le nom du chemin, ou dites-le avec `--map`.',
      'Give the column the name of the path, or say it with `--map`.',
    ),
  },
  'column-unknown': {
    severity: 'warning',
    title: text('titre proche d’un titre connu', 'title near a known title'),
    why: text(
      'Une faute de frappe dans un titre ferait perdre toute la colonne.',
      'A typing mistake in a title would lose the whole column.',
    ),
    fix: text(
      'Corrigez le titre, ou dites ce qu’il est avec `--map`.',
      'Mend the title, or say what it is with `--map`.',
    ),
  },
  'column-untitled': {
    severity: 'warning',
    title: text('colonne remplie, sans titre', 'filled column without a title'),
    why: text('Ses valeurs ne seraient lues nulle part.', 'Its values would be read nowhere.'),
    fix: text(
      'Donnez-lui un titre, ou nommez-la par sa lettre avec `--map`.',
      'Give it a title, or name it by its letter with `--map`.',
    ),
  },
  'column-unmapped': {
    severity: 'note',
    title: text('colonnes non lues', 'columns that are not read'),
    why: text(
      'Une feuille en dit plus qu’un panneau ; la liste montre ce qui n’y sera pas.',
      'A sheet says more than a sign; the list shows what will not be on it.',
    ),
    fix: text(
      'Rien à faire, ou `--map` pour lire une colonne de plus.',
      'Nothing, or `--map` to read one more column.',
    ),
  },
  'extra-cells': {
    severity: 'error',
    locked: true,
    title: text('plus de cellules que de titres', 'more cells than titles'),
    why: text(
      'Un séparateur dans une valeur décale toutes les suivantes : l’adresse deviendrait le téléphone.',
      'A separator in a value moves all that follow: the address would become the phone number.',
    ),
    fix: text(
      'Mettez la valeur entre guillemets, ou enregistrez la feuille en .xlsx.',
      'Put the value in quotes, or save the sheet as .xlsx.',
    ),
  },
  'row-left-out': {
    severity: 'warning',
    title: text('ligne qui n’est pas une structure', 'row that is no structure'),
    why: text(
      'Un total, une note ou des titres répétés donneraient un kit absurde.',
      'A total, a note or repeated titles would give an absurd kit.',
    ),
    fix: text(
      'Rien à faire ; retirez la ligne pour ne plus voir l’avertissement.',
      'Nothing; remove the row to stop the warning.',
    ),
  },
  'status-doubt': {
    severity: 'warning',
    title: text('structure peut-être fermée', 'structure that may be closed'),
    why: text(
      'Un panneau fabriqué pour une structure fermée est perdu ; un panneau oublié manque.',
      'A sign made for a closed structure is lost; a forgotten one is missing.',
    ),
    fix: text(
      'Écrivez `fermée` dans la colonne `statut`, ou retirez la mention.',
      'Write `fermée` in the column `statut`, or remove the words.',
    ),
  },
  'piece-option': {
    severity: 'error',
    title: text('option sans pièce qui la prenne', 'option without a piece that takes it'),
    why: text(
      'Une pose, une fixation ou une quantité demandée et non suivie donne un mauvais panneau.',
      'A side, a fixing or a count that is asked for and not followed makes a wrong sign.',
    ),
    fix: text(
      'Nommez les pièces de la ligne dans une colonne `pieces`, ou videz la cellule.',
      'Name the pieces of the row in a column `pieces`, or empty the cell.',
    ),
  },
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
  'not-a-table': {
    severity: 'error',
    locked: true,
    title: text('ce n’est pas un tableau', 'not a spreadsheet'),
    why: text(
      'Un lot se lit dans un classeur .xlsx ou .ods, ou dans un fichier .csv ; celui-ci est d’une autre sorte.',
      'A batch is read from an .xlsx or .ods workbook or from a .csv file; this one is of another kind.',
    ),
    fix: text(
      'Ouvrez-le dans le logiciel qui l’a fait, et enregistrez le tableau en .xlsx, .ods ou .csv.',
      'Open it in the software that made it, and save the table as .xlsx, .ods or .csv.',
    ),
  },
  'table-protected': {
    severity: 'error',
    locked: true,
    title: text('classeur protégé par un mot de passe', 'workbook behind a password'),
    why: text('Il est chiffré : rien n’en peut être lu.', 'It is encrypted: nothing of it can be read.'),
    fix: text(
      'Enregistrez-en une copie sans mot de passe, en .xlsx ou .csv.',
      'Save a copy without a password, as .xlsx or .csv.',
    ),
    source: '[MS-OFFCRYPTO] 2.3, OpenDocument 1.3 part 2, 3.4',
  },
  'table-damaged': {
    severity: 'error',
    locked: true,
    title: text('classeur abîmé', 'damaged workbook'),
    why: text(
      'Une copie ou un téléchargement coupé perd des lignes, et rien ne dirait lesquelles.',
      'A copy or download cut short loses rows, and nothing would say which.',
    ),
    fix: text(
      'Refaites la copie, ou ouvrez le classeur dans un tableur et enregistrez-le de nouveau.',
      'Copy it again, or open the workbook in a spreadsheet and save it again.',
    ),
    source: 'ISO/IEC 29500-1, 29500-2, OpenDocument 1.3',
  },
  'table-too-large': {
    severity: 'error',
    locked: true,
    title: text('tableau démesuré', 'table out of all proportion'),
    why: text(
      'Un tableau de structures a quelques dizaines de colonnes ; au-delà des limites d’un tableur, le fichier est autre chose, ou un piège.',
      'A table of structures has a few dozen columns; beyond the limits of a spreadsheet the file is something else, or a trap.',
    ),
    fix: text(
      'Gardez les colonnes et les lignes utiles, dans un ou plusieurs fichiers.',
      'Keep the useful columns and rows, in one file or several.',
    ),
  },
  'empty-table': {
    severity: 'error',
    locked: true,
    title: text('tableau vide', 'empty table'),
    why: text('Il n’y a rien à fabriquer.', 'There is nothing to make.'),
    fix: text(
      'Donnez un tableau avec une ligne de titres, puis une ligne par structure.',
      'Give a table with a row of titles, then one row per structure.',
    ),
  },
  'sheet-choice': {
    severity: 'error',
    locked: true,
    title: text('plusieurs onglets remplis, et aucun choisi', 'several filled sheets and none chosen'),
    why: text(
      'Rien ne dit lequel porte les structures : en prendre un serait deviner.',
      'Nothing says which one holds the structures: taking one would be a guess.',
    ),
    fix: text('Nommez l’onglet avec `--feuille`.', 'Name the sheet with `--feuille`.'),
  },
  'unknown-sheet': {
    severity: 'error',
    locked: true,
    title: text('onglet introuvable', 'unknown sheet'),
    why: text('Le classeur n’a pas d’onglet de ce nom.', 'The workbook has no sheet of that name.'),
    fix: text('Donnez à `--feuille` un des onglets du classeur.', 'Give `--feuille` one of the workbook’s sheets.'),
  },
  'unread-sheet': {
    severity: 'note',
    title: text('onglet masqué qui n’est pas lu', 'hidden sheet that is not read'),
    why: text(
      'Un onglet masqué porte d’ordinaire des listes ; ses lignes ne font pas de kits.',
      'A hidden sheet usually holds lists; its rows make no kits.',
    ),
    fix: text('Pour le lire, nommez-le avec `--feuille`.', 'To read it, name it with `--feuille`.'),
  },
  'unknown-encoding': {
    severity: 'error',
    locked: true,
    title: text('codage des accents inconnu', 'unknown encoding of accents'),
    why: text(
      'Lu dans un autre codage, « Crèche » devient « Cr�che » ou « CrŠche », jusque sur le panneau.',
      'Read in another encoding, “Crèche” becomes “Cr�che” or “CrŠche”, up to the sign.',
    ),
    fix: text(
      'Enregistrez le fichier en « CSV UTF-8 », ou dites son codage avec `--encodage`.',
      'Save the file as “CSV UTF-8”, or name its encoding with `--encodage`.',
    ),
  },
  'unknown-separator': {
    severity: 'error',
    locked: true,
    title: text('séparateur de colonnes inconnu', 'unknown column separator'),
    why: text(
      'Les colonnes se séparent par `;`, `,` ou une tabulation : avec un autre signe, toute la ligne serait une seule cellule.',
      'Columns are separated by `;`, `,` or a tab: with another sign the whole row would be one cell.',
    ),
    fix: text(
      'Enregistrez le fichier en CSV, avec le séparateur `;`.',
      'Save the file as CSV, with the separator `;`.',
    ),
    source: 'RFC 4180',
  },
  'separator-in-doubt': {
    severity: 'note',
    title: text('deux séparateurs possibles', 'two possible separators'),
    why: text(
      'Deux signes coupent les lignes en colonnes aussi régulièrement l’un que l’autre : l’outil a choisi.',
      'Two signs cut the rows into columns as evenly: the tool has chosen.',
    ),
    fix: text(
      'Vérifiez les colonnes ; au besoin, écrivez `sep=;` en première ligne.',
      'Check the columns; if needed, write `sep=;` on the first line.',
    ),
  },
  'unclosed-quote': {
    severity: 'error',
    locked: true,
    title: text('guillemet qui ne se ferme pas', 'quote that is not closed'),
    why: text(
      'Tout ce qui suit, lignes comprises, tombe dans une seule cellule : des structures seraient perdues.',
      'All that follows, rows included, falls into one cell: structures would be lost.',
    ),
    fix: text(
      'Fermez le guillemet, ou doublez-le (`""`) s’il fait partie de la valeur.',
      'Close the quote, or double it (`""`) when it belongs to the value.',
    ),
    source: 'RFC 4180 2.7',
  },
  'formula-without-value': {
    severity: 'error',
    title: text('formule sans valeur', 'formula without a value'),
    why: text(
      'Les formules ne sont pas calculées : c’est la dernière valeur enregistrée qui est lue, et celle-ci n’en a pas.',
      'Formulas are not computed: the last value saved is read, and this one has none.',
    ),
    fix: text(
      'Ouvrez le classeur dans un tableur et enregistrez-le, ou remplacez la formule par sa valeur.',
      'Open the workbook in a spreadsheet and save it, or replace the formula with its value.',
    ),
    source: 'ISO/IEC 29500-1 18.3.1.40',
  },
  'hours-code': {
    severity: 'error',
    title: text('horaires en code', 'hours in a code'),
    why: text(
      '« Mo-Fr 07:30-18:30 » est le code d’OpenStreetMap, en anglais : il serait imprimé tel quel.',
      '“Mo-Fr 07:30-18:30” is the code of OpenStreetMap, in English: it would be printed as it is.',
    ),
    fix: text(
      'Écrivez les horaires en français ; `signakit fix` les traduit dans une copie.',
      'Write the hours in French; `signakit fix` translates them in a copy.',
    ),
    source: 'loi 94-665, article 3',
  },
  'row-shifted': {
    severity: 'error',
    title: text('ligne dont les cellules ont glissé', 'row whose cells have moved'),
    why: text(
      'Un séparateur dans une valeur sans guillemets décale toutes les suivantes : chacune prendrait la place d’une autre.',
      'A separator in an unquoted value moves all that follow: each would take the place of another.',
    ),
    fix: text(
      'Mettez entre guillemets la valeur qui contient le séparateur.',
      'Put the value that holds the separator in quotes.',
    ),
  },
} as const satisfies Rules

export type InputRule = keyof typeof inputRules
