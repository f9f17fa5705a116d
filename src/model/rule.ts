// What is known of a rule: `signakit explain`, `signakit list checks` and the documentation are made of this.
import type { Severity, Text } from './diagnostic.ts'

export type Rule = {
  /** The severity when no policy says otherwise. */
  readonly severity: Severity
  /** One line: what the rule says. */
  readonly title: Text
  /** Why it matters, for someone who is not a printer. */
  readonly why: Text
  /** How to mend it. */
  readonly fix: Text
  /** A locked rule can never be lowered by a policy (CONTRACT §2). */
  readonly locked?: boolean
  /** The clause or source, as `ISO 15930-7 6.24` or `GWG 2022 R0016`. */
  readonly source?: string
}

/** The rules of one stage, by id. Each stage exports one such object; `src/rules.ts` puts them together. */
export type Rules = Readonly<Record<string, Rule>>

/** What to do when a rule fires: refuse the piece, set the kit aside, warn, or say nothing. */
export type Policy = 'refuser' | 'ecarter' | 'avertir' | 'ignorer'

/** Every word for a policy: French where people write data, the trade's English in design files and on the command line. */
export const POLICY_WORDS = {
  refuser: 'refuser',
  ecarter: 'ecarter',
  avertir: 'avertir',
  ignorer: 'ignorer',
  fail: 'refuser',
  skip: 'ecarter',
  warn: 'avertir',
  ignore: 'ignorer',
} as const satisfies Readonly<Record<string, Policy>>

export type PolicyWord = keyof typeof POLICY_WORDS

// Object.keys only knows strings; the keys are those of the literal above.
export const POLICY_WORD_NAMES = Object.keys(POLICY_WORDS) as readonly PolicyWord[]
