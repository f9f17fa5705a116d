// What can be wrong with a run as a whole, as `signakit explain` tells it.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const cliRules = {
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
} as const satisfies Rules
