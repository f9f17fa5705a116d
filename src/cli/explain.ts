// signakit explain: what a rule means and how to mend it; why a piece came out so.
import type { Command } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { ruleOf, rules } from '../rules.ts'
import { explainRule } from './explain-rule.ts'
import { toJson } from './json.ts'
import { didYouMean } from './option-values.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

function sayRule({ say, result }: Session, id: string, json: boolean): void {
  const rule = ruleOf(id)
  if (rule === undefined) {
    throw new UsageError(
      text(`la règle « ${id} » n’existe pas`, `no rule “${id}”`),
      didYouMean(id, Object.keys(rules)) ?? text('voir signakit list controles', 'see signakit list checks'),
    )
  }
  const { title, why, fix, locked = false, source, severity } = rule
  if (json) result(toJson({ rule: id, severity, locked, title: say(title), why: say(why), fix: say(fix), source }))
  else for (const line of explainRule(id, rule, say)) result(line)
}

export const declareExplain = (command: Command, session: Session): void => {
  const { say } = session
  command
    .argument('<rule|piece>', say(text('règle, ou identifiant d’une pièce', 'rule, or id of a piece')))
    .argument('[kit.yaml]', say(text('kit de la pièce', 'kit of the piece')))
    .option('--json', say(text('un document JSON', 'a JSON document')))
    .action(async (what, kit, { json }) => {
      if (kit === undefined) sayRule(session, what, json === true)
      else await (await import('./explain-piece.ts')).explainPiece(session, what, kit, json === true)
    })
}
