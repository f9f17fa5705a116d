// Every rule of the product, put together from the stages that declare them: lists, explanations and pages are made of this.
import { artworkRules } from './artwork/rules.ts'
import { batchRules } from './batch/rules.ts'
import { cliRules } from './cli/rules.ts'
import { colorRules } from './color/rules.ts'
import { deliveryRules } from './delivery/rules.ts'
import { designRules } from './design/rules.ts'
import { inputRules } from './input/rules.ts'
import { layoutRules } from './layout/rules.ts'
import type { Rule, Rules } from './model/rule.ts'
import { preflightRules } from './preflight/rules.ts'
import { sheetRules } from './sheet/rules.ts'
import { templateRules } from './template/rules.ts'
import { textRules } from './text/rules.ts'

/** By stage, in the order a kit goes through them. */
export const rulesByStage = {
  input: inputRules,
  design: designRules,
  template: templateRules,
  layout: layoutRules,
  text: textRules,
  artwork: artworkRules,
  color: colorRules,
  sheet: sheetRules,
  preflight: preflightRules,
  delivery: deliveryRules,
  batch: batchRules,
  cli: cliRules,
} as const satisfies Readonly<Record<string, Rules>>

export const rules: Rules = Object.fromEntries(
  Object.values(rulesByStage).flatMap(stage => Object.entries<Rule>(stage)),
)

export const ruleOf = (id: string): Rule | undefined => (Object.hasOwn(rules, id) ? rules[id] : undefined)
