// The rules of a kit's pieces: texts, ids, languages, files.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const kitRules = {
  'locked-text': {
    severity: 'error',
    locked: true,
    title: text('texte verrouillé par la charte', 'text locked by the brand'),
    why: text(
      'La mention du soutien de la Caf est la même partout.',
      'The wording of the Caf’s support is the same everywhere.',
    ),
    fix: text('Retirez ce texte de `textes`.', 'Remove the text from `textes`.'),
  },
  'unknown-text': {
    severity: 'error',
    locked: true,
    title: text('texte que la charte ne connaît pas', 'text the brand does not know'),
    why: text(
      'Un texte que rien n’affiche serait perdu en silence.',
      'A text that nothing shows would be lost in silence.',
    ),
    fix: text('Choisissez une clé de `signakit list textes`.', 'Choose a key of `signakit list texts`.'),
  },
  'piece-id': {
    severity: 'error',
    locked: true,
    title: text('identifiant de pièce qui ne peut pas nommer un fichier', 'piece id that cannot name a file'),
    why: text(
      'L’identifiant termine le nom du fichier, chez vous comme chez l’imprimeur.',
      'The id ends the name of the file, on your side and the printer’s.',
    ),
    fix: text('Gardez des minuscules, des chiffres et des tirets.', 'Keep small letters, figures and hyphens.'),
  },
  'duplicate-piece': {
    severity: 'error',
    locked: true,
    title: text('deux pièces de même identifiant', 'two pieces with one id'),
    why: text(
      'Leurs fichiers auraient le même nom : l’un effacerait l’autre.',
      'Their files would have one name: one would overwrite the other.',
    ),
    fix: text('Donnez à chaque pièce son `id`.', 'Give each piece its own `id`.'),
  },
  'unknown-piece': {
    severity: 'error',
    locked: true,
    title: text('pièce absente du kit', 'piece not in the kit'),
    why: text('`--piece` choisit parmi les pièces du kit.', '`--piece` chooses among the pieces of the kit.'),
    fix: text('Donnez l’identifiant d’une pièce du kit.', 'Give the id of a piece of the kit.'),
  },
  'toubon-languages': {
    severity: 'warning',
    title: text('une seule langue étrangère', 'a single foreign language'),
    why: text(
      'La loi du 4 août 1994 veut au moins deux traductions quand un organisme de service public traduit une inscription.',
      'French law (4 August 1994) wants at least two translations when a public service translates a sign.',
    ),
    fix: text(
      'Ajoutez une deuxième langue, ou gardez le français seul.',
      'Add a second language, or keep French alone.',
    ),
    source: 'loi n° 94-665, art. 3 et 4',
  },
  'language-unsupported': {
    severity: 'error',
    locked: true,
    title: text('langue que l’outil n’imprime pas encore', 'language that the tool does not print yet'),
    why: text(
      'Une traduction demandée et absente de la pièce serait perdue en silence.',
      'A translation asked for and absent from the piece would be lost in silence.',
    ),
    fix: text('Gardez `langues: [fr]`.', 'Keep `langues: [fr]`.'),
  },
  'missing-asset': {
    severity: 'error',
    title: text('fichier nommé et introuvable', 'file named and not found'),
    why: text(
      'Un logo ou une photo manquerait sur la pièce imprimée.',
      'A logo or a photo would be missing from the printed piece.',
    ),
    fix: text(
      'Ajoutez le fichier, corrigez son chemin, ou retirez la ligne. Pour le logo d’un partenaire, `regles: { missing-asset: avertir }` écrit son nom.',
      'Add the file, mend its path, or remove the line. For a partner’s logo, `regles: { missing-asset: avertir }` sets its name in text.',
    ),
  },
} as const satisfies Rules
