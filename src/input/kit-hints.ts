// Hints that only a kit's own schema can give: what a required value looks like, and where a misplaced key goes.
import { type Text, text } from '../model/diagnostic.ts'
import { KIT_KEYS } from './kit-schema.ts'

const REQUIRED: Readonly<Record<string, Text>> = {
  structure: text(
    'écrivez `structure:`, et dessous `nom`, `type` et `caf`',
    'write `structure:`, and below it `nom`, `type` and `caf`',
  ),
  'structure.nom': text('écrivez `nom: Les Petits Explorateurs`', 'write `nom: Les Petits Explorateurs`'),
  'structure.type': text(
    'écrivez `type: micro-creche` ; la liste : signakit list types',
    'write `type: micro-creche`; the list: signakit list types',
  ),
  'structure.caf': text(
    'écrivez `caf: "33"`, le numéro du département de la Caf',
    'write `caf: "33"`, the department number of the Caf',
  ),
}

/** `commune` written under `structure` belongs under `adresse`. */
function misplaced(path: string): Text | undefined {
  const key = path.split('.').at(-1) ?? ''
  const home = Object.entries(KIT_KEYS).find(([, keys]) => keys.includes(key))?.[0]
  if (home === undefined) return undefined
  return home === ''
    ? text(
        `\`${key}\` se place au début de la ligne, sans retrait`,
        `\`${key}\` goes at the start of the line, without indent`,
      )
    : text(`\`${key}\` se place sous \`${home}:\``, `\`${key}\` goes under \`${home}:\``)
}

/** A hint for a missing or an unknown key, by its path. */
export const kitHint = (kind: 'missing' | 'unknown', path: string): Text | undefined =>
  kind === 'missing' ? REQUIRED[path] : misplaced(path)
