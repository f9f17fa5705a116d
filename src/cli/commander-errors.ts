// The errors of commander, which come in English with a code, said in the language of the run.
import type { CommanderError } from '@commander-js/extra-typings'
import { type Text, text } from '../model/diagnostic.ts'
import { OPTION_ALIASES } from './aliases.ts'
import { didYouMean } from './option-values.ts'
import { placeholder } from './placeholders.ts'
import { UsageError } from './usage-error.ts'
import { VERB_NAMES } from './verbs.ts'

/** What commander puts between quotes: the option, the argument or the command. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''

/** `--out` of `-o, --out <dir>`. */
const longFlag = (flags: string): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags

const sentences: Readonly<Record<string, (what: string) => Text>> = {
  'commander.unknownOption': what => text(`option inconnue : ${what}`, `unknown option: ${what}`),
  'commander.unknownCommand': what => text(`commande inconnue : ${what}`, `unknown command: ${what}`),
  'commander.missingArgument': what => {
    const { fr, en } = placeholder(what)
    return text(`il manque l’argument <${fr}>`, `missing argument <${en}>`)
  },
  'commander.optionMissingArgument': what =>
    text(`il manque une valeur à l’option ${longFlag(what)}`, `option ${longFlag(what)} lacks a value`),
  'commander.missingMandatoryOptionValue': what =>
    text(`il manque l’option ${longFlag(what)}`, `option ${longFlag(what)} is missing`),
  'commander.excessArguments': () => text('trop d’arguments', 'too many arguments'),
}

/** The nearest known word, or where to read more. `flags` are the options of the command that was typed. */
function hint(code: string, what: string, flags: readonly string[], verb: string | undefined): Text {
  const known = code === 'commander.unknownCommand' ? VERB_NAMES : [...flags, ...OPTION_ALIASES]
  const word = what.split('=')[0] ?? what
  const near = code.startsWith('commander.unknown') ? didYouMean(word, known) : undefined
  const help = verb === undefined ? 'signakit --help' : `signakit ${verb} --help`
  return near ?? text(`voir ${help}`, `see ${help}`)
}

export function usageErrorOf(error: CommanderError, flags: readonly string[], verb: string | undefined): UsageError {
  const what = quoted(error.message)
  const sentence = sentences[error.code]
  // A code that is not in the list is said as commander says it, rather than not at all.
  const said = sentence?.(what) ?? text(error.message.replace(/^error: /, ''), error.message.replace(/^error: /, ''))
  return new UsageError(said, hint(error.code, what, flags, verb))
}
