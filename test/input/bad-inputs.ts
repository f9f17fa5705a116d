// The corpus of bad kits: each file of bad/ with what is said of it, and the files that are not text at all.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorld } from '../../src/host/world.ts'
import { readKit } from '../../src/input/kit.ts'
import { loadReference } from '../../src/input/reference.ts'
import type { Diagnostic, Outcome } from '../../src/model/diagnostic.ts'
import type { Kit } from '../../src/model/kit.ts'
import { human } from '../../src/report/human.ts'
import { rules } from '../../src/rules.ts'

export const FOLDER = fileURLToPath(new URL('bad', import.meta.url))

const world = openWorld()
const reference = loadReference(world)

export type BadInput = { readonly name: string; readonly bytes: Uint8Array; readonly found: readonly Diagnostic[] }

export const readBytes = (file: string, bytes: Uint8Array): Outcome<Kit> =>
  readKit({ file, folder: FOLDER, bytes }, { reference, options: { rules } }, world)

export const readText = (source: string): Outcome<Kit> => readBytes('kit.yaml', new TextEncoder().encode(source))

/** In the order of their names. */
export const badInputs = (): readonly BadInput[] =>
  readdirSync(FOLDER)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const bytes = new Uint8Array(readFileSync(join(FOLDER, file)))
      return { name: file.replace(/\.yaml$/, ''), bytes, found: readBytes(file, bytes).diagnostics }
    })

const report = (lang: 'fr' | 'en', { name, bytes, found }: BadInput): string => {
  const source = new TextDecoder().decode(bytes)
  return human(found, {
    lang,
    color: false,
    width: 100,
    full: true,
    sources: file => (file === `${name}.yaml` ? source : undefined),
  })
}

/** The golden text of one input: what people read, in French and in English. */
export const goldenOf = (input: BadInput): string => `${report('fr', input)}\n\n----\n\n${report('en', input)}\n`

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('<', '&lt;')

/** The first line of the file that the finding is about, else the first line of the file. */
function lineOf({ bytes }: BadInput, { at }: Diagnostic): string {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const line = (at && 'line' in at ? lines[at.line - 1] : lines[0])?.trim() ?? ''
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line
  return shown === '' ? '*(rien)*' : `\`\`\` ${shown.replaceAll('\t', '→')} \`\`\``
}

const row = (input: BadInput, diagnostic: Diagnostic): string => {
  const { rule, message, hint } = diagnostic
  return `| ${cell(lineOf(input, diagnostic))} | ${cell(message.fr)} | ${cell(hint?.fr ?? '')} | \`${rule}\` |`
}

/** The page of the guide: a row for each bad line and the sentence it gets. */
export const errorsPage = (inputs: readonly BadInput[]): string =>
  [
    '# Les erreurs d’un fichier de kit',
    '',
    'Chaque ligne ci-dessous est essayée à chaque version : ce que l’outil en dit est recopié tel quel.',
    '`signakit explain <règle>` en dit plus.',
    '',
    '| ligne du fichier | ce qui est dit | aide | règle |',
    '|---|---|---|---|',
    ...inputs.flatMap(input => input.found.map(each => row(input, each))),
    '',
  ].join('\n')
