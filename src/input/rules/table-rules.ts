// What can be wrong with a spreadsheet as a file: its encoding, its sheets, its rows.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'

export const tableRules = {
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
  'mixed-encoding': {
    severity: 'error',
    locked: true,
    title: text('cellule dans un autre codage que le fichier', 'cell in another encoding than its file'),
    why: text(
      'Lues dans le codage des autres, ses lettres accentuées seraient d’autres signes ; dans un autre, elles sont devinées.',
      'Read in the encoding of the others, its accented letters would be other signs; in another, they are a guess.',
    ),
    fix: text(
      'Retapez la valeur et enregistrez le fichier en « CSV UTF-8 », ou relisez la copie que fait `signakit fix`.',
      'Type the value again and save the file as “CSV UTF-8”, or read again the copy that `signakit fix` makes.',
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
      '« Mo-Fr 07:30-18:30 » est le code d’OpenStreetMap, en anglais ; « 0,3125 » est 7 h 30 tel qu’un tableur le compte, en part du jour. L’un et l’autre seraient imprimés tels quels.',
      '“Mo-Fr 07:30-18:30” is the code of OpenStreetMap, in English; “0.3125” is 7:30 as a spreadsheet counts it, a part of the day. Either would be printed as it is.',
    ),
    fix: text(
      'Écrivez les horaires en français ; `signakit fix` les traduit dans une copie.',
      'Write the hours in French; `signakit fix` translates them in a copy.',
    ),
    source: 'loi 94-665, article 3',
  },
  'row-broken': {
    severity: 'error',
    locked: true,
    title: text('ligne coupée par un retour à la ligne', 'row cut by a line break'),
    why: text(
      'Hors guillemets, un retour à la ligne termine la ligne : la première moitié donnerait un kit sans la fin de ses valeurs.',
      'Outside quotes a line break ends the row: its first half would give a kit without the end of its values.',
    ),
    fix: text(
      'Mettez entre guillemets la valeur qui contient le retour à la ligne.',
      'Put the value that holds the line break in quotes.',
    ),
    source: 'RFC 4180 2.6',
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
