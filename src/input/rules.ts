// What can be wrong with a user's file before anything is designed, as `signakit explain` tells it and in its order.

import type { Rules } from '../model/rule.ts'
import { cellRules } from './rules/cell-rules.ts'
import { columnRules } from './rules/column-rules.ts'
import { fileRules } from './rules/file-rules.ts'
import { kitRules } from './rules/kit-rules.ts'
import { tableRules } from './rules/table-rules.ts'
import { yamlRules } from './rules/yaml-rules.ts'

export const inputRules = {
  ...fileRules,
  ...yamlRules,
  ...kitRules,
  ...columnRules,
  ...cellRules,
  ...tableRules,
} as const satisfies Rules

export type InputRule = keyof typeof inputRules
