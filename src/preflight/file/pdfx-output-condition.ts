// The name of the printing condition.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { pdfxIntent } from './pdfx-intent.ts'

export const pdfxOutputCondition = {
  severity: 'error',
  title: text('la condition d’impression est nommée', 'the printing condition is named'),
  why: text(
    'Un nom connu (FOGRA39…) se reconnaît d’un coup d’œil ; un nom à soi demande une explication.',
    'A registered name (FOGRA39…) is known at a glance; a name of one’s own needs an explanation.',
  ),
  fix: text(
    'Donnez l’identifiant de la condition, et une description si elle n’est pas au registre de l’ICC.',
    'Give the condition’s identifier, and a description unless it is in the ICC registry.',
  ),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 14.11.5',
  *find(pdf) {
    const intent = pdfxIntent(pdf)
    if (!intent) return
    if (!intent.identifier.trim())
      yield { message: text('OutputConditionIdentifier absent ou vide', 'OutputConditionIdentifier absent or empty') }
    else if (!intent.registry.trim() && !intent.info.trim())
      yield {
        message: text(
          `« ${intent.identifier} » n’a ni registre ni description`,
          `“${intent.identifier}” has neither registry nor description`,
        ),
      }
  },
} as const satisfies FileCheck
