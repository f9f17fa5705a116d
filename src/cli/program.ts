// The command line as commander sees it, in the language of the run.
import { type Argument, Command, Help, Option } from '@commander-js/extra-typings'
import { type Text, text } from '../model/diagnostic.ts'
import { aliasOf } from './aliases.ts'
import { LANGS, type Lang } from './language.ts'
import { oneOf } from './option-values.ts'
import { placeholder, placeholdersIn } from './placeholders.ts'
import type { Session } from './session.ts'
import { isVerb, VERB_NAMES, verbs } from './verbs.ts'

const ABOUT = text(
  'Signalétique prête à imprimer (vitrophanies, plaques, affiches) à partir de quelques lignes de YAML.',
  'Print-ready signage (window stickers, plaques, posters) from a few lines of YAML.',
)

/** Commander's own headings, as it passes them to `styleTitle`. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options communes :',
  'Commands:': 'Commandes :',
}

const WORDS = {
  options: text('[options]', '[options]'),
  command: text('<commande>', '<command>'),
  default: text('par défaut', 'default'),
  alias: text('ou', 'or'),
} as const satisfies Record<string, Text>

type Defaulted = { readonly defaultValue?: unknown; readonly defaultValueDescription?: string }

/** The help of commander in our words; the French names of options are shown beside them. */
class BilingualHelp extends Help {
  readonly lang: Lang

  constructor(lang: Lang) {
    super()
    this.lang = lang
    this.showGlobalOptions = true
  }

  override styleTitle(heading: string): string {
    return this.lang === 'fr' ? (HEADINGS[heading] ?? heading) : heading
  }

  override commandUsage(command: { name(): string }): string {
    const name = command.name()
    const options = WORDS.options[this.lang]
    if (isVerb(name)) return `signakit ${name} ${options} ${verbs[name].usage[this.lang]}`
    return `signakit ${options} ${WORDS.command[this.lang]}`
  }

  override subcommandTerm(command: { name(): string }): string {
    const name = command.name()
    return isVerb(name) ? `${name} ${verbs[name].usage[this.lang]}` : name
  }

  override optionTerm(option: Option): string {
    return placeholdersIn(option.flags, said => said[this.lang])
  }

  override argumentTerm(argument: Argument): string {
    return placeholder(argument.name())[this.lang]
  }

  override argumentDescription(argument: Argument): string {
    return this.withNotes(argument.description, this.defaultOf(argument))
  }

  override optionDescription(option: Option): string {
    const alias = option.long == null ? undefined : aliasOf(option.long)
    const called = alias === undefined ? [] : [`${WORDS.alias[this.lang]} ${alias}`]
    return this.withNotes(option.description, [...called, ...this.defaultOf(option)])
  }

  private defaultOf({ defaultValue, defaultValueDescription }: Defaulted): readonly string[] {
    const initial: unknown = defaultValueDescription ?? defaultValue
    const shown = typeof initial === 'string' || typeof initial === 'number'
    return shown ? [`${WORDS.default[this.lang]} ${initial}`] : []
  }

  private withNotes(description: string, notes: readonly string[]): string {
    return notes.length === 0 ? description : `${description} (${notes.join(', ')})`
  }
}

/** Declares every command by name, and the chosen one entirely. `version` is shown by --version. */
export async function makeProgram(session: Session, argv: readonly string[], version: string): Promise<Command> {
  const { lang, say } = session
  const program = new Command('signakit')
  program.createHelp = () => new BilingualHelp(lang)
  program
    .description(say(ABOUT))
    .version(version, '-V, --version', say(text('affiche la version', 'shows the version')))
    .helpOption('-h, --help', say(text('affiche l’aide', 'shows help')))
    .helpCommand('help [commande]', say(text('affiche l’aide d’une commande', 'shows the help of a command')))
    .addOption(
      new Option(
        '--lang <fr|en>',
        say(text('langue des messages, jamais celle des panneaux', 'language of the messages, never of the signs')),
      ).argParser(oneOf('--lang', LANGS)),
    )
    .configureOutput({
      writeOut: help => session.result(help.trimEnd()),
      writeErr: help => session.talk(help.trimEnd()),
      outputError: () => {},
    })
    .exitOverride()
  const chosen = argv.find(isVerb)
  for (const name of VERB_NAMES) {
    const command = program.command(name).description(say(verbs[name].summary))
    command.createHelp = program.createHelp
    if (name === chosen) (await verbs[name].load())(command, session)
  }
  return program
}
