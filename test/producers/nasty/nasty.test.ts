// What a print shop dreads, made by pikepdf and qpdf out of one sound PDF/X-4: each file ends in the findings of its list.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkForeignPdf } from '../../../src/preflight/check-foreign-pdf.ts'
import { emptyFolder } from '../../fixtures/written-pdf.ts'
import { oracle } from '../../oracles.ts'
import { baseDraft } from '../../preflight/file/base-draft.ts'

const python = oracle('python3')
const here = fileURLToPath(new URL('.', import.meta.url))

/** By file: what is said of it, in order; nothing more. */
const expected: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(join(here, 'nasty.json'), 'utf8'))

describe.skipIf(python.missing)('a file that a print shop dreads', () => {
  const folder = emptyFolder()
  let made: readonly string[] = []

  beforeAll(() => {
    const sound = join(folder, 'sound.pdf')
    writeFileSync(sound, baseDraft().bytes())
    made = python
      .text([join(here, 'nasty.py'), sound, folder])
      .trim()
      .split(' ')
  }, 60_000)

  it('is on the list, and no file of the list was left out', () => {
    expect([...made].sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(Object.keys(expected))('%s', async name => {
    const bytes = new Uint8Array(readFileSync(join(folder, `${name}.pdf`)))
    const { diagnostics } = await checkForeignPdf(bytes, { variant: 'sheet-cmyk', distance: 1, scale: 1 })
    const told = diagnostics.map(({ rule, severity, message }) => `${severity} ${rule} ${message.fr}`)
    // Numbers of objects are the tool's own business.
    expect(told.map(each => each.replace(/, objet \d+ 0/, '').replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(
      expected[name],
    )
  })
})
