// A finding of the input stage, with the severity that its rule declares.
import type { Diagnostic, Related, Span, Text } from '../model/diagnostic.ts'
import { type InputRule, inputRules } from './rules.ts'

export type Extra = { readonly hint?: Text; readonly label?: Text; readonly related?: readonly Related[] }

export const diagnose = (rule: InputRule, at: Span | undefined, message: Text, extra: Extra = {}): Diagnostic => ({
  rule,
  severity: inputRules[rule].severity,
  message,
  ...(at ? { at } : {}),
  ...extra,
})
