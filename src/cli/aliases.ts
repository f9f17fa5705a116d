// The French names of options and of lists. They are turned into the one form that the rest of the program knows.

import { type Text, text } from '../model/diagnostic.ts'

const OPTIONS: Readonly<Record<string, string>> = {
  '--sortie': '--out',
  '--charte': '--brand',
  '--imprimeur': '--printer',
  '--produit': '--product',
  '--forcer': '--force',
  '--regle': '--rule',
  '--feuille': '--sheet',
  '--encodage': '--encoding',
}

export const LIST_ALIASES: Readonly<Record<string, string>> = {
  produits: 'products',
  chartes: 'brands',
  modeles: 'templates',
  imprimeurs: 'printers',
  controles: 'checks',
  polices: 'fonts',
  textes: 'texts',
}

export const OPTION_ALIASES: readonly string[] = Object.keys(OPTIONS)

/** The French name of an option, when it has one. */
export const aliasOf = (flag: string): string | undefined => OPTION_ALIASES.find(alias => OPTIONS[alias] === flag)

/** Names options in French where they were typed in French. */
export function asTyped(said: Text, argv: readonly string[]): Text {
  const words = new Set(argv.map(word => word.split('=')[0]))
  const renamed = (sentence: string): string =>
    Object.entries(OPTIONS).reduce(
      (told, [alias, flag]) => (words.has(alias) ? told.replaceAll(new RegExp(`${flag}(?![\\w-])`, 'g'), alias) : told),
      sentence,
    )
  return text(renamed(said.fr), renamed(said.en))
}

/** `--sortie=x` is `--out=x`; nothing after `--` is an option. */
export function withoutAliases(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return argv.map((arg, index) => {
    if (end >= 0 && index > end) return arg
    const [flag = '', ...value] = arg.split('=')
    const known = OPTIONS[flag]
    return known === undefined ? arg : [known, ...value].join('=')
  })
}
