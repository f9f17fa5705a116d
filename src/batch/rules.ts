// What can be wrong with a batch as a whole, and with a kit that the machine, not its data, stopped.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const batchRules = {
  'duplicate-kit': {
    severity: 'error',
    title: text(
      'deux kits d’un même lot doivent avoir des identifiants différents',
      'two kits of one run must have different ids',
    ),
    why: text(
      'L’identifiant nomme le dossier et les fichiers : le second kit remplacerait le premier, et des panneaux manqueraient à la livraison.',
      'The id names the folder and the files: the second kit would replace the first, and signs would be missing from the delivery.',
    ),
    fix: text(
      'Donnez à chaque structure son `id`, ou un `lieu` qui la distingue.',
      'Give each structure its own `id`, or a `lieu` that tells it apart.',
    ),
    locked: true,
  },
  'orphan-kit': {
    severity: 'warning',
    title: text(
      'un kit d’un lot précédent n’est plus dans le tableur qui l’avait donné',
      'a kit of a former run is no longer in the sheet that gave it',
    ),
    why: text(
      'Ses fichiers sont toujours dans le dossier\u00a0: ils pourraient partir à l’impression par erreur. Les kits d’un tableur que le lot ne lit pas, et ceux d’un `errors.csv` corrigé, ne sont jamais signalés\u00a0: ils restent.',
      'Its files are still in the folder: they could be sent to print by mistake. Kits of a sheet that the run does not read, and those of a mended `errors.csv`, are never told: they stay.',
    ),
    fix: text(
      'Remettez la ligne, ou retirez les fichiers avec `--prune`.',
      'Put the row back, or remove the files with `--prune`.',
    ),
  },
  'sheet-in-folder': {
    severity: 'warning',
    title: text(
      'un tableur est dans le dossier donné, et n’est pas lu',
      'a sheet is in the given folder and is not read',
    ),
    why: text(
      'Un dossier donne ses kits YAML\u00a0: un tableur qui s’y trouve est peut-être une autre liste des mêmes structures, ou celle qui manque.',
      'A folder gives its YAML kits: a sheet in it may be another list of the same structures, or the one that is missing.',
    ),
    fix: text(
      'Donnez-le aussi par son nom, ou rangez-le ailleurs.',
      'Give it by its name as well, or put it elsewhere.',
    ),
  },
  'kit-crashed': {
    severity: 'error',
    locked: true,
    title: text('la fabrication d’un kit s’est arrêtée net', 'the making of a kit stopped short'),
    why: text(
      'Le processus qui le fabriquait est tombé, deux fois\u00a0: les autres kits n’en souffrent pas, celui-ci n’est pas fait.',
      'The process that was making it died, twice: the other kits are not harmed, this one is not made.',
    ),
    fix: text(
      'Relancez avec `--only` et l’identifiant du kit\u00a0; si cela recommence, transmettez-nous le message et les images du kit.',
      'Run again with `--only` and the id of the kit; if it happens again, send us the message and the pictures of the kit.',
    ),
  },
  'kit-unfinished': {
    severity: 'error',
    locked: true,
    title: text('un lot s’est arrêté net pendant la fabrication d’un kit', 'a run stopped short while making a kit'),
    why: text(
      'Ses fichiers peuvent venir de deux lots\u00a0: aucun n’est au bon de commande, pour qu’un panneau périmé ne parte pas à l’impression.',
      'Its files may come from two runs: none of them is in the order, so that no outdated sign is sent to print.',
    ),
    fix: text(
      'Relancez le lot sans filtre, ou avec `--last-failed`\u00a0: seul ce qui n’est pas juste est refait.',
      'Run the batch again without a filter, or with `--last-failed`: only what is not right is made again.',
    ),
  },
  'kit-too-long': {
    severity: 'error',
    locked: true,
    title: text('un kit prend trop de temps', 'a kit takes too long'),
    why: text(
      'Une image démesurée ou un logo très lourd peut bloquer un lot de dix mille kits\u00a0: chacun a son temps.',
      'An oversized picture or a very heavy logo could block a run of ten thousand kits: each has its time.',
    ),
    fix: text(
      'Allégez les images de ce kit, ou donnez-lui plus de temps avec `--kit-timeout`.',
      'Make the pictures of the kit lighter, or give it more time with `--kit-timeout`.',
    ),
  },
  'kit-too-large': {
    severity: 'error',
    locked: true,
    title: text('un kit prend trop de mémoire', 'a kit takes too much memory'),
    why: text(
      'Chaque processus a sa part de mémoire\u00a0: au-delà, c’est toute la machine qui s’arrêterait.',
      'Each process has its share of memory: beyond it, the whole machine would stop.',
    ),
    fix: text(
      'Allégez les images de ce kit, ou donnez plus de mémoire avec `--kit-memory`.',
      'Make the pictures of the kit lighter, or give more memory with `--kit-memory`.',
    ),
  },
} as const satisfies Rules
