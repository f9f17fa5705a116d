// The language of messages: asked for by --lang, else the locale's; French when it is unknown, C or POSIX.

export type Lang = 'fr' | 'en'

export const LANGS: readonly Lang[] = ['fr', 'en']

const isLang = (value: string): value is Lang => LANGS.some(lang => lang === value)

/** The value of --lang as typed, wherever it stands; its validity is checked when the command line is parsed. */
function asked(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const args = end < 0 ? argv : argv.slice(0, end)
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const arg = args[at]
  if (arg === undefined) return undefined
  return arg === '--lang' ? args[at + 1] : arg.slice('--lang='.length)
}

/** An empty variable counts as unset, as POSIX says. */
const locale = (env: NodeJS.ProcessEnv): string => env.LC_ALL || env.LC_MESSAGES || env.LANG || ''

export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const wanted = asked(argv)
  if (wanted !== undefined && isLang(wanted)) return wanted
  return /^en([_.@-]|$)/i.test(locale(env)) ? 'en' : 'fr'
}
