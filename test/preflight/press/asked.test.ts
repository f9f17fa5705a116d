// A standard that was asked for is imposed on a file of anybody's, whatever the file says of itself, in its own words.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import { STANDARDS, type Standard } from '../../../src/model/standard.ts'
import { checkForeignPdf } from '../../../src/preflight/check-foreign-pdf.ts'
import { baseDraft } from '../file/base-draft.ts'
import { flatDraft } from '../file/flat-draft.ts'

const check = async (bytes: Uint8Array, asked: Standard): Promise<readonly Diagnostic[]> =>
  (await checkForeignPdf(bytes, { distance: 1, scale: 1, asked })).diagnostics

const said = (found: readonly Diagnostic[], rule: string): readonly string[] =>
  found.filter(each => each.rule === rule).map(({ message }) => message.fr.replaceAll('\u00a0', ' '))

const DECLARED: Readonly<Record<Standard, { readonly bytes: () => Uint8Array; readonly claim: string }>> = {
  x4: { bytes: () => baseDraft().bytes(), claim: 'PDF/X-4' },
  x1a: { bytes: () => flatDraft('x1a').bytes(), claim: 'PDF/X-1:2001' },
  x3: { bytes: () => flatDraft('x3').bytes(), claim: 'PDF/X-3:2002' },
}

describe.each(STANDARDS)('a file that says it is %s', own => {
  it.each(STANDARDS)('when %s is asked for', async asked => {
    const { bytes, claim } = DECLARED[own]
    const identification = said(await check(bytes(), asked), 'pdfx-identification')
    if (own === asked) expect(identification).toEqual([])
    else expect(identification.join()).toMatch(new RegExp(`^déclaré « ${claim} » au lieu de PDF/X-`))
  })
})

describe('a plain PDF', () => {
  const plain = readFileSync(new URL('../../producers/chromium.pdf', import.meta.url))

  it('is told once that it claims nothing, and what it must be', async () => {
    const found = await check(plain, 'x1a')
    expect(said(found, 'pdf-norm')).toEqual(['ce PDF ne dit suivre aucune norme PDF/X, il doit être un PDF/X-1a:2001'])
    expect(found.map(({ rule }) => rule)).not.toContain('pdfx-identification')
  })

  it('is judged by what was asked for: colours of screens have no place in X-1a', async () => {
    expect((await check(plain, 'x1a')).map(({ rule }) => rule)).toContain('pdfx-press-color')
  })
})

describe('hints', () => {
  it.each(['x1a', 'x3'] as const)('never send to PDF/X-4 who was asked for %s', async asked => {
    const files = [baseDraft().bytes(), readFileSync(new URL('../../producers/scribus.pdf', import.meta.url))]
    for (const bytes of files)
      for (const { rule, hint } of await check(bytes, asked))
        expect([rule, hint?.fr, hint?.en].join()).not.toMatch(/X-4/)
  })
})

describe('a file cut short', () => {
  it('is told in one sentence, and not what follows from it', async () => {
    const whole = readFileSync(new URL('../../producers/chromium.pdf', import.meta.url))
    expect((await check(whole, 'x4')).map(({ rule }) => rule)).not.toContain('pdf-damaged')
    const bytes = baseDraft().bytes()
    const at = Buffer.from(bytes).indexOf('endstream', Buffer.from(bytes).indexOf('4 0 obj'))
    const found = await check(bytes.slice(0, at - 20), 'x4')
    expect(found.map(({ rule }) => rule)).toEqual(['pdf-damaged'])
  })
})
