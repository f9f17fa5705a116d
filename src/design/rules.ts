// The rules of design: what can be wrong between a kit and our or the user's data files.
import type { Rules } from '../model/rule.ts'
import { brandRules } from './brand-rules.ts'
import { kitRules } from './kit-rules.ts'
import { printerRules } from './printer-rules.ts'
import { productRules } from './product-rules.ts'

export const designRules = { ...productRules, ...printerRules, ...brandRules, ...kitRules } as const satisfies Rules

export type DesignRule = keyof typeof designRules
