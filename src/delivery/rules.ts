// The rules of delivery: what is in the way of a file.
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const deliveryRules = {
  'foreign-file': {
    severity: 'error',
    title: text(
      'un fichier qui n’est pas de Signakit porte déjà ce nom',
      'a file that is not Signakit’s has this name already',
    ),
    why: text(
      'Aucun manifeste ne le cite\u00a0: ce peut être un fichier retouché à la main ou validé, qui serait perdu.',
      'No manifest names it: it may have been retouched by hand or approved, and would be lost.',
    ),
    fix: text(
      'Déplacez ce fichier, choisissez un autre dossier avec `--out`, ou remplacez-le avec `--force`.',
      'Move the file, choose another folder with `--out`, or replace it with `--force`.',
    ),
  },
} as const satisfies Rules

export const foreignFile = (file: string, piece: string): Diagnostic => ({
  rule: 'foreign-file',
  severity: 'error',
  message: text(
    'un fichier de ce nom existe, qui n’a pas été écrit par Signakit\u00a0: il est laissé tel quel',
    'a file of this name exists that Signakit did not write: it is left as it is',
  ),
  piece,
  at: { file, line: 1, column: 1, length: 0 },
  hint: text('déplacez-le, ou remplacez-le avec `--force`', 'move it, or replace it with `--force`'),
})
