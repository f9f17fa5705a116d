// The rules of delivery: what is in the way of a file.
import type { WriteFailure } from '../host/atomic.ts'
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
  'write-failed': {
    severity: 'error',
    locked: true,
    title: text('fichier qui n’a pas pu être écrit', 'file that could not be written'),
    why: text(
      'Le disque a refusé : plein, protégé ou débranché. Rien d’à moitié écrit ne reste.',
      'The disk said no: full, protected or unplugged. Nothing half-written stays.',
    ),
    fix: text(
      'Libérez de la place, ou choisissez un autre dossier avec `--out`, puis relancez.',
      'Free some room, or choose another folder with `--out`, then run again.',
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

export const writeFailed = ({ path, message }: WriteFailure): Diagnostic => ({
  rule: 'write-failed',
  severity: 'error',
  message: text(
    `le fichier n’a pas pu être écrit\u00a0: ${message.fr}`,
    `the file could not be written: ${message.en}`,
  ),
  at: { file: path, line: 1, column: 1, length: 0 },
})
