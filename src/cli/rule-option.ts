// Reads --rule id=policy, the only thing that may relax a rule (CONTRACT §2).
import { plain } from '../input/nearest.ts'
import { text } from '../model/diagnostic.ts'
import { POLICY_WORD_NAMES, POLICY_WORDS } from '../model/rule.ts'
import type { Policies } from '../policies.ts'
import { ruleOf, rules } from '../rules.ts'
import { didYouMean } from './option-values.ts'
import { UsageError } from './usage-error.ts'

export function readRule(value: string, before: Policies = {}): Policies {
  const [id = '', word = ''] = value.split('=')
  const rule = ruleOf(id)
  if (rule === undefined) {
    throw new UsageError(
      text(`--rule : la règle « ${id} » n’existe pas`, `--rule: no rule “${id}”`),
      didYouMean(id, Object.keys(rules)) ?? text('voir signakit list controles', 'see signakit list checks'),
    )
  }
  const known = POLICY_WORD_NAMES.find(each => each === plain(word))
  if (known === undefined) {
    throw new UsageError(
      text(
        `--rule ${id} : « ${word} » n’est pas une conduite ; choix : ${POLICY_WORD_NAMES.join(', ')}`,
        `--rule ${id}: “${word}” is not a policy; choices: ${POLICY_WORD_NAMES.join(', ')}`,
      ),
      didYouMean(word, POLICY_WORD_NAMES),
    )
  }
  const policy = POLICY_WORDS[known]
  if (rule.locked && (policy === 'avertir' || policy === 'ignorer')) {
    throw new UsageError(
      text(
        `--rule ${id} : cette règle est verrouillée, rien ne peut l’abaisser`,
        `--rule ${id}: this rule is locked and cannot be lowered`,
      ),
      text(`voir signakit explain ${id}`, `see signakit explain ${id}`),
    )
  }
  return { ...before, [id]: policy }
}
