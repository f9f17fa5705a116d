// The rules of printer profiles that concern a whole kit.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const printerRules = {
  'printer-gap': {
    severity: 'note',
    title: text('chiffres que l’imprimeur n’a pas publiés', 'figures that the printer has not published'),
    why: text(
      'Ce profil ne contient que des chiffres dont la source est connue ; les autres sont ceux du profil standard.',
      'This profile holds only figures whose source is known; the others are those of the standard profile.',
    ),
    fix: text(
      'Demandez-les à l’imprimeur, puis écrivez-les dans un profil à vous qui part de celui-ci (`extends`).',
      'Ask the printer for them, then write them in a profile of your own that extends this one (`extends`).',
    ),
  },
} as const satisfies Rules
