// The rules that the operations on a sheet may emit.
import type { Rules } from '../model/rule.ts'
import { flattenRules } from './flatten/rules.ts'
import { whiteRules } from './white-rules.ts'

export const sheetRules = { ...whiteRules, ...flattenRules } as const satisfies Rules
