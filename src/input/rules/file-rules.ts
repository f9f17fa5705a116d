// What can be wrong with a file before it is read as YAML or JSON.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'

export const fileRules = {
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
} as const satisfies Rules
