// Each bad kit gets the sentences that its golden text holds, at the line to edit. UPDATE=1 rewrites texts and page.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inputRules } from '../../src/input/rules.ts'
import { badInputs, errorsPage, FOLDER, goldenOf, readBytes } from '../input/bad-inputs.ts'

const PAGE = fileURLToPath(new URL('../../docs/erreurs.fr.md', import.meta.url))
const update = process.env.UPDATE === '1'
const inputs = badInputs()

/** Compares with a file, or rewrites it. */
function matches(file: string, actual: string): void {
  if (update) writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

describe('a bad kit', () => {
  it.each(inputs.map(input => [input.name, input] as const))('%s gets its sentence', (name, input) => {
    expect(input.found.length).toBeGreaterThan(0)
    matches(join(FOLDER, `${name}.txt`), goldenOf(input))
  })

  it('is told with a rule that is declared, with its severity or a lower one', () => {
    const known = Object.keys(inputRules)
    const unknown = inputs.flatMap(({ found }) => found.map(({ rule }) => rule)).filter(rule => !known.includes(rule))
    expect(unknown).toEqual([])
  })

  it('is told in typographic French', () => {
    const sentences = inputs.flatMap(({ found }) => found.flatMap(({ message, hint }) => [message.fr, hint?.fr ?? '']))
    // What stands between backquotes or in quotes is the user’s own text.
    const own = sentences.map(each => each.replace(/`[^`]*`|« .*? »|«\u00A0.*?\u00A0»/g, ''))
    expect(own.filter(each => each.includes("'"))).toEqual([])
  })

  it('makes the page of the guide', () => {
    matches(PAGE, errorsPage(inputs))
  })
})

const file = (bytes: readonly number[] | string): Uint8Array =>
  typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes)

const said = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  readBytes('kit.yaml', bytes).diagnostics.map(({ rule, message }) => [rule, message.fr] as const)

describe('a file that is not a kit', () => {
  it.each([
    ['a PDF', file('%PDF-1.7\n%…'), 'wrong-file-type', 'c’est un PDF, pas un fichier YAML'],
    ['a ZIP', file('PK\u0003\u0004rest'), 'wrong-file-type', 'c’est une archive ZIP, pas un fichier YAML'],
    [
      'an XLSX',
      file('PK\u0003\u0004....xl/workbook.xml'),
      'wrong-file-type',
      'c’est un classeur Excel, pas un fichier YAML',
    ],
    [
      'a DOCX',
      file('PK\u0003\u0004....word/document.xml'),
      'wrong-file-type',
      'c’est un document Word, pas un fichier YAML',
    ],
    [
      'an XLS',
      file([0xd0, 0xcf, 0x11, 0xe0, 1]),
      'wrong-file-type',
      'c’est un ancien document Office, pas un fichier YAML',
    ],
    ['a PNG', file([0x89, 0x50, 0x4e, 0x47, 0]), 'wrong-file-type', 'c’est une image PNG, pas un fichier YAML'],
    ['a JPEG', file([0xff, 0xd8, 0xff, 0xe0]), 'wrong-file-type', 'c’est une image JPEG, pas un fichier YAML'],
    [
      'accents of an old Mac',
      file(
        [...'nom: Cr']
          .map(char => char.charCodeAt(0))
          .concat(
            [0x8f],
            [...'che'].map(char => char.charCodeAt(0)),
          ),
      ),
      'unknown-encoding',
      'les accents ne sont ni en UTF-8 ni en Windows-1252 ; ils semblent venir d’un ancien Mac',
    ],
    ['bytes with zeros', file([1, 0, 0, 2, 0, 0, 3]), 'not-text', 'ce n’est pas un fichier texte'],
    ['10 MB and more', new Uint8Array(10 * 1024 * 1024 + 1), 'file-too-large', 'le fichier dépasse 10 Mo'],
    ['no byte', new Uint8Array(), 'empty-file', 'le fichier est vide'],
  ])('%s', (_, bytes, rule, message) => {
    expect(said(bytes)).toEqual([[rule, message]])
  })
})
