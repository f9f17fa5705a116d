// A finding of the design stage, with the severity its rule declares.
import type { Diagnostic, Outcome, Related, Span, Text } from '../model/diagnostic.ts'
import { type DesignRule, designRules } from './rules.ts'

type Extra = {
  readonly hint?: Text
  readonly label?: Text
  readonly piece?: string
  readonly related?: readonly Related[]
}

/** One finding of this stage, with the severity its rule declares. */
export function diagnostic(rule: DesignRule, at: Span | undefined, message: Text, extra: Extra = {}): Diagnostic {
  return { rule, severity: designRules[rule].severity, message, ...extra, ...(at ? { at } : {}) }
}

/** An outcome without a value but for one finding. */
export const finding = (rule: DesignRule, at: Span | undefined, message: Text, extra: Extra = {}): Outcome<never> => ({
  diagnostics: [diagnostic(rule, at, message, extra)],
})
