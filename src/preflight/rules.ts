// The rules preflight may emit, one object for each area.
import type { Rules } from '../model/rule.ts'
import { unreadableRules } from './file/unreadable.ts'
import { fileChecks } from './file-checks.ts'
import { writtenChecks } from './written-checks.ts'

/** On the bytes of a PDF, ours or another's. */
const fileRules = { ...unreadableRules, ...fileChecks } as const satisfies Rules

/** On our own PDF, against the piece it was made of. */
const writtenRules = { ...writtenChecks } as const satisfies Rules

export const preflightRules = { ...fileRules, ...writtenRules } as const satisfies Rules
