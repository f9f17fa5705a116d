// Runs one command: turns whatever happens into one sentence and one exit code.
import { constants } from 'node:os'
import { styleText } from 'node:util'
import { CommanderError } from '@commander-js/extra-typings'
import { removeTemporaries } from '../host/atomic.ts'
import { ownVersion } from '../host/own-files.ts'
import { text } from '../model/diagnostic.ts'
import { asTyped, withoutAliases } from './aliases.ts'
import { usageErrorOf } from './commander-errors.ts'
import { EXIT } from './exit.ts'
import { makeProgram } from './program.ts'
import { refuseRepeated } from './repeated.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'
import { isVerb } from './verbs.ts'

const HELP_CODES: readonly string[] = ['commander.helpDisplayed', 'commander.help', 'commander.version']

/** @param typed the words of the command line: an option is named as it was typed */
function sayUsage(session: Session, error: UsageError, typed: readonly string[]): void {
  const said = asTyped(error.text, typed)
  const hint = error.hint && asTyped(error.hint, typed)
  const paint = (word: string): string => (session.color ? styleText(['red', 'bold'], word) : word)
  session.talk(session.say(text(`${paint('erreur')} : ${said.fr}`, `${paint('error')}: ${said.en}`)))
  if (hint) session.talk(session.say(text(`  = aide : ${hint.fr}`, `  = help: ${hint.en}`)))
  session.exit(EXIT.usage)
}

/** Whatever is thrown and not a usage error is our mistake: everything needed to report it is shown. */
function sayBug(session: Session, error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  session.talk(
    session.say(
      text(
        `erreur interne de signakit ${ownVersion()} : ce n’est pas votre fichier qui est en cause. Merci de nous transmettre ces lignes.`,
        `internal error of signakit ${ownVersion()}: your file is not at fault. Please send us these lines.`,
      ),
    ),
  )
  session.talk(`Node ${process.version}, ${process.platform} ${process.arch}`)
  session.talk(trace)
  session.exit(EXIT.bug)
}

/** Parses the words and does what they say. `again`: they are those of a former run, then those of this one, which win. */
async function dispatch(opened: Session, typed: readonly string[], again = false): Promise<void> {
  const session: Session = { ...opened, typed, again: words => dispatch(opened, words, true) }
  const argv = withoutAliases(typed)
  const program = await makeProgram(session, argv, ownVersion())
  const verb = argv.find(isVerb)
  const chosen = program.commands.find(command => command.name() === verb)
  if (!again && chosen) refuseRepeated(chosen)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (!HELP_CODES.includes(error.code)) {
      const flags = [...program.options, ...(chosen?.options ?? [])].flatMap(({ long }) => long ?? [])
      throw usageErrorOf(error, flags, verb)
    }
    // Help that was not asked for, because no command was given, is an error.
    if (error.exitCode !== 0) session.exit(EXIT.usage)
  }
}

/** What is complete stays; nothing half-written does. */
function leaveCleanly(session: Session): void {
  process.on('SIGINT', () => {
    removeTemporaries()
    session.talk(session.say(text('interrompu : ce qui est complet reste', 'interrupted: what is complete stays')))
    process.exit(EXIT.interrupted)
  })
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      removeTemporaries()
      process.exit(128 + constants.signals[signal])
    })
  }
  process.on('uncaughtException', error => {
    removeTemporaries()
    sayBug(session, error)
    process.exit()
  })
}

/** Never throws: what went wrong is said, and is the exit code of the process. */
export async function run(session: Session, typed: readonly string[]): Promise<void> {
  leaveCleanly(session)
  try {
    await dispatch(session, typed)
  } catch (error) {
    if (error instanceof UsageError) sayUsage(session, error, typed)
    else sayBug(session, error)
  }
}
