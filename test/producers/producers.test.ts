// PDFs of other producers: every finding is expected, and proved by what MuPDF shows of the object; no other is allowed.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { oracle } from '../oracles.ts'

type Expected = {
  readonly rule: string
  readonly message: string
  readonly page?: number
  readonly object?: number
  /** Found in what `mutool show` says of the object, its stream decoded. */
  readonly proof?: string
  /** Found nowhere in the file: what is missing. */
  readonly absent?: string
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(folder).filter(name => name.endsWith('.pdf'))
const mutool = oracle('mutool')

const expectedOf = (name: string): readonly Expected[] =>
  JSON.parse(readFileSync(`${folder}${name.replace(/pdf$/, 'json')}`, 'utf8'))

describe.each(names)('%s', name => {
  const path = `${folder}${name}`

  it('has the findings of its list, and no other', async () => {
    const { diagnostics } = await checkForeignPdf(new Uint8Array(readFileSync(path)), { distance: 1, scale: 1 })
    const told = diagnostics.map(({ rule, message, page }) => ({
      rule,
      message: message.fr.replaceAll(/[\u00a0\u202f]/g, ' '),
      ...(page && { page: page.number }),
      ...(page?.object !== undefined && { object: page.object }),
    }))
    expect(told).toEqual(expectedOf(name).map(({ proof: _, absent: __, ...finding }) => finding))
  })

  it.skipIf(mutool.missing)('each finding of the list is proved by its object, or by what the file lacks', () => {
    const whole = mutool.text(['show', path, 'grep'])
    for (const { rule, object, proof, absent } of expectedOf(name)) {
      expect([rule, proof ?? absent]).not.toEqual([rule, undefined])
      if (absent !== undefined) expect([rule, whole]).not.toEqual([rule, expect.stringMatching(absent)])
      if (proof !== undefined)
        expect([rule, mutool.text(['show', path, String(object ?? 'trailer')])]).toEqual([
          rule,
          expect.stringMatching(proof),
        ])
    }
  })
})
