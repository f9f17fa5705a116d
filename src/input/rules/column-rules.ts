// What can be wrong with the columns of a table and with the rows as a whole.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'

export const columnRules = {
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
  'column-hidden': {
    severity: 'note',
    title: text('colonne masquée qui est lue', 'hidden column that is read'),
    why: text(
      'Ce qu’elle dit est imprimé, et personne ne le voit dans la feuille.',
      'What it says is printed, and nobody sees it in the sheet.',
    ),
    fix: text(
      'Affichez-la pour la relire, ou écartez-la avec `--map`.',
      'Show it to read it again, or leave it out with `--map`.',
    ),
    source: 'ISO/IEC 29500-1 18.3.1.13, OpenDocument 1.3 part 3, 9.1.6',
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
  'second-table': {
    severity: 'error',
    locked: true,
    title: text('second tableau sous le premier', 'second table under the first'),
    why: text(
      'Ses colonnes ont un autre sens : lues sous les titres du premier, elles imprimeraient une rue à la place d’une commune.',
      'Its columns mean something else: read under the titles of the first, they would print a street in the place of a town.',
    ),
    fix: text(
      'Mettez-le dans un autre fichier ou un autre onglet, ou sous les titres du premier, dans le même ordre.',
      'Put it in another file or another sheet, or under the titles of the first, in the same order.',
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
  'column-absent': {
    severity: 'warning',
    title: text('colonne de `--map` absente d’une des feuilles', 'column of `--map` that one of the sheets lacks'),
    why: text(
      'Un `--map` peut servir plusieurs feuilles aux titres différents. Si l’une n’a pas la colonne, et qu’aucune autre n’y donne la même valeur, ses panneaux ne la portent pas.',
      'One `--map` may serve several sheets with different titles. If one lacks the column, and no other gives the same value there, its signs do not bear it.',
    ),
    fix: text(
      'Corrigez le titre de la colonne dans cette feuille, ou ajoutez à `--map` celui qu’elle y porte.',
      'Mend the title of the column in this sheet, or add to `--map` the one that it has there.',
    ),
  },
  'two-values': {
    severity: 'warning',
    title: text('deux colonnes, deux valeurs', 'two columns, two values'),
    why: text(
      'Deux colonnes donnent la même valeur, et ne disent pas la même chose dans cette ligne : une seule est imprimée.',
      'Two columns give the same value and do not say the same in this row: only one is printed.',
    ),
    fix: text(
      'Corrigez ou videz celle qui est fausse ; `--map` écarte une colonne.',
      'Mend or empty the one that is wrong; `--map` leaves a column out.',
    ),
  },
  'order-unread': {
    severity: 'error',
    locked: true,
    title: text('quantité dans une colonne qui n’est pas lue', 'count in a column that is not read'),
    why: text(
      'Une pièce commandée ne serait pas fabriquée, ou une autre le serait à sa place.',
      'A piece that is ordered would not be made, or another would be made in its place.',
    ),
    fix: text(
      'Écrivez le produit dans le titre (« Vitrophanie A5 »), ou dites ce qu’est la colonne avec `--map`.',
      'Write the product in the title (“Vitrophanie A5”), or say what the column is with `--map`.',
    ),
  },
  'order-missing': {
    severity: 'error',
    title: text('ligne sans quantité', 'row without a count'),
    why: text(
      'La feuille a une colonne par produit, toutes vides dans cette ligne : rien ne dit si c’est un oubli. Les pièces de la charte n’y suppléent pas.',
      'The sheet has a column for each product, all empty in this row: nothing says whether it was forgotten. The brand’s pieces do not make up for it.',
    ),
    fix: text(
      'Écrivez les quantités, ou 0 si rien n’est à fabriquer.',
      'Write the counts, or 0 if nothing is to be made.',
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
} as const satisfies Rules
