// signakit list checks: every rule, with its severity and what it says.
import { text } from '../../model/diagnostic.ts'
import { rules } from '../../rules.ts'
import { severityOf } from '../explain-rule.ts'
import type { List } from './list.ts'

export const checks: List = {
  columns: [
    text('règle', 'rule'),
    text('gravité', 'severity'),
    text('verrou', 'lock'),
    text('ce qu’elle dit', 'what it says'),
  ],
  entries: ({ say }) =>
    Object.entries(rules)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, rule]) => ({
        cells: [id, say(severityOf(rule)), rule.locked ? say(text('oui', 'yes')) : '', say(rule.title)],
        value: {
          id,
          severity: rule.severity,
          locked: rule.locked === true,
          title: say(rule.title),
          why: say(rule.why),
          fix: say(rule.fix),
          source: rule.source,
        },
      })),
}
