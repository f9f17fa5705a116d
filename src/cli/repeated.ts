// An option given twice says two things; only those that gather their values may be.
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

/** Their readers add what is new to what was said before. */
const GATHERED: ReadonlySet<string> = new Set(['format', 'map-path', 'only', 'piece', 'root', 'rule', 'set', 'where'])

/** Refuses the second value of an option that takes one. Throws a UsageError while the command line is parsed. */
export function refuseRepeated(command: CommandUnknownOpts): void {
  for (const option of command.options) {
    const name = option.name()
    if (!option.required || GATHERED.has(name)) continue
    let last: string | undefined
    command.on(`option:${name}`, (value: string) => {
      if (last !== undefined) {
        throw new UsageError(
          text(
            `--${name} est donnée deux fois\u00a0: «\u00a0${last}\u00a0» puis «\u00a0${value}\u00a0»`,
            `--${name} is given twice: “${last}” then “${value}”`,
          ),
          text('gardez-en une', 'keep one of them'),
        )
      }
      last = value
    })
  }
}
