// A check of a PDF for a press: beyond the norm of the file, what the job's variant and printer ask of it.
import type { Severity } from '../../model/diagnostic.ts'
import type { Rule } from '../../model/rule.ts'
import type { FileCheck, Finding } from '../file/file-check.ts'
import type { GwgRule, Level } from './gwg-2022.ts'
import type { Press } from './printed.ts'

export type PressFinding = Finding & { readonly severity?: Severity }

/** Bound to a GWG rule: it runs when the variant asks for it, as gravely as the variant says. */
export type GwgCheck = Rule & {
  readonly gwg: GwgRule
  readonly find: (press: Press, level: Level) => Iterable<PressFinding>
}

/** The house's own, or the printer's: it runs always. */
export type PressCheck = Rule & Pick<FileCheck, 'fixFor'> & { readonly find: (press: Press) => Iterable<PressFinding> }
