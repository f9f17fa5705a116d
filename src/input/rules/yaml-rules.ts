// What can be wrong with the YAML of a file, and how it misleads who wrote it.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'
import { LOST } from './lost.ts'

export const yamlRules = {
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
} as const satisfies Rules
