// The policies a kit or the command line gives for the few rules of reading that may be lowered, such as an empty word.
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Policy, Rule } from '../model/rule.ts'
import { inputRules } from './rules.ts'

const ruleOf = (id: string): Rule | undefined => Object.entries<Rule>(inputRules).find(([known]) => known === id)?.[1]

function judge(diagnostic: Diagnostic, policy: Policy | undefined): readonly Diagnostic[] {
  const rule = ruleOf(diagnostic.rule)
  if (policy === undefined || !rule) return [diagnostic]
  if (policy === 'refuser' || policy === 'ecarter') return [{ ...diagnostic, severity: 'error' }]
  if (rule.locked === true) return [diagnostic]
  if (policy === 'avertir') return [{ ...diagnostic, severity: 'warning' }]
  // A remark may go unsaid; what was an error stays visible, since a value on the sign depends on it.
  return diagnostic.severity === 'error' ? [{ ...diagnostic, severity: 'note' }] : []
}

/** A locked rule keeps its severity whatever they say. */
export const underPolicies = (
  diagnostics: readonly Diagnostic[],
  policies: Readonly<Record<string, Policy>>,
): readonly Diagnostic[] =>
  diagnostics.flatMap(diagnostic =>
    judge(diagnostic, Object.hasOwn(policies, diagnostic.rule) ? policies[diagnostic.rule] : undefined),
  )
