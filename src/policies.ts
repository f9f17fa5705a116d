// Policies: what a printer, a brand, a kit and the command line decide of each rule (CONTRACT §2).
import type { Diagnostic } from './model/diagnostic.ts'
import type { Policy } from './model/rule.ts'
import { ruleOf } from './rules.ts'

export type Policies = Readonly<Record<string, Policy>>

const STRICTNESS: Readonly<Record<Policy, number>> = { ignorer: 0, avertir: 1, refuser: 2, ecarter: 3 }

/** The stricter of several sources wins; only the command line relaxes. */
export function strictest(sources: readonly (Policies | undefined)[]): Policies {
  const result: Record<string, Policy> = {}
  for (const policies of sources) {
    for (const [rule, policy] of Object.entries(policies ?? {})) {
      const known = result[rule]
      if (known === undefined || STRICTNESS[policy] > STRICTNESS[known]) result[rule] = policy
    }
  }
  return result
}

const severityOf = (policy: Policy): Diagnostic['severity'] | undefined => {
  switch (policy) {
    case 'refuser':
    case 'ecarter':
      return 'error'
    case 'avertir':
      return 'warning'
    case 'ignorer':
      return undefined
  }
}

export type Judged = {
  readonly diagnostics: readonly Diagnostic[]
  /** Whether a rule sets the whole kit aside. */
  readonly setAside: boolean
}

/** Applies policies; a locked rule keeps its severity whatever they say, but may still set the kit aside. */
export function judge(diagnostics: readonly Diagnostic[], declared: Policies, commandLine: Policies): Judged {
  const judged: Diagnostic[] = []
  let setAside = false
  for (const diagnostic of diagnostics) {
    const policy = commandLine[diagnostic.rule] ?? declared[diagnostic.rule]
    if (policy === undefined) {
      judged.push(diagnostic)
      continue
    }
    const locked = ruleOf(diagnostic.rule)?.locked === true
    const wanted = severityOf(policy)
    const lowered = wanted === undefined || (diagnostic.severity === 'error' && wanted !== 'error')
    if (locked && lowered) {
      judged.push(diagnostic)
      continue
    }
    if (policy === 'ecarter') setAside = true
    if (wanted) judged.push({ ...diagnostic, severity: wanted })
  }
  return { diagnostics: judged, setAside }
}
