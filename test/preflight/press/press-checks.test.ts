// Each check for a press fires on the files that break it, alone, and says nothing of those that come near.
import { describe, expect, it } from 'vitest'
import { checkForeignPdf } from '../../../src/preflight/check-foreign-pdf.ts'
import { VARIANT_NAMES } from '../../../src/preflight/press/gwg-2022.ts'
import type { Job } from '../../../src/preflight/press/job.ts'
import { gwgChecks, pressChecks } from '../../../src/preflight/press-checks.ts'
import { baseDraft } from '../file/base-draft.ts'
import type { Draft } from '../file/draft.ts'
import { pressCases } from './press-cases.ts'

const JOB: Job = { variant: 'large-format', distance: 1, scale: 1 }

const rulesOf = async (draft: Draft, job: Partial<Job> = {}): Promise<string[]> => {
  const { diagnostics } = await checkForeignPdf(draft.bytes(), { ...JOB, ...job })
  return [...new Set(diagnostics.map(({ rule }) => rule))]
}

describe('a sound PDF/X-4', () => {
  it.each(VARIANT_NAMES)('has no finding as %s', async variant => {
    expect(await rulesOf(baseDraft(), { variant })).toEqual([])
  })
})

describe('every check has files that break it and files that do not', () => {
  it('no check is left out', () => {
    const without = Object.keys({ ...gwgChecks, ...pressChecks }).filter(
      id =>
        !Object.entries(pressCases).some(([rule, { bad, good }]) => rule === id && bad.length > 0 && good.length > 0),
    )
    expect(without).toEqual([])
  })

  for (const [rule, { bad, good }] of Object.entries(pressCases)) {
    for (const [what, change, job, company = []] of bad)
      it(`${rule} fires: ${what}`, async () => {
        expect((await rulesOf(change(baseDraft()), job)).sort()).toEqual([rule, ...company].sort())
      })
    for (const [what, change, job] of good)
      it(`${rule} is silent: ${what}`, async () => {
        expect(await rulesOf(change(baseDraft()), job)).not.toContain(rule)
      })
  }
})
