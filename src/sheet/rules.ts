// The rules that the operations on a sheet may emit.
import type { Rules } from '../model/rule.ts'
import { flattenRules } from './flatten/rules.ts'

export const sheetRules = { ...flattenRules } as const satisfies Rules
