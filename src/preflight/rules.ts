// The rules preflight may emit, one object for each area.
import type { Rules } from '../model/rule.ts'
import { qrRules } from './checks/qr-rules.ts'
import { checks } from './checks.ts'
import { unreadableRules } from './file/unreadable.ts'
import { fileChecks } from './file-checks.ts'
import { gwgChecks, pressChecks } from './press-checks.ts'
import { unprintedRules } from './unprinted.ts'
import { writtenChecks } from './written-checks.ts'
import { writtenRules as pictureRules } from './written-rules.ts'

/** On a face before it is written. */
const sheetRules = { ...checks, ...qrRules, ...unprintedRules } as const satisfies Rules

/** On the bytes of a PDF, ours or another's. */
const fileRules = { ...unreadableRules, ...fileChecks, ...gwgChecks, ...pressChecks } as const satisfies Rules

/** On our own files, against the piece they were made of. */
const writtenRules = { ...writtenChecks, ...pictureRules } as const satisfies Rules

export const preflightRules = { ...sheetRules, ...fileRules, ...writtenRules } as const satisfies Rules
