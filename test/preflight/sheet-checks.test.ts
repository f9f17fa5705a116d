// Every check of a Sheet on kits that are right and wrong, through the whole pipeline: the wrong one fires that rule alone.
//
// A folder is named after its rule: `good.yaml` and `bad.yaml` are kits of the project beside this file, with their page
// as a template. The line that the finding must point at ends with `# ici`; a code's finding points at its address.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Rule } from '../../src/model/rule.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { qrRules } from '../../src/preflight/checks/qr-rules.ts'
import { checks } from '../../src/preflight/checks.ts'
import { options, world } from '../golden/examples.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

const registry: readonly (readonly [string, Rule])[] = Object.entries({ ...checks, ...qrRules })

/** The maquette says on every run that it is one. */
const EXPECTED_EVERYWHERE = 'brand-draft'

async function findingsOf(path: string): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = readKit(path, undefined, options, world)
  if (!value) throw new Error(diagnostics.map(({ message }) => message.fr).join('; '))
  const prepared = await prepare(value, options, world)
  expect(prepared.pieces).toHaveLength(1)
  return [...diagnostics, ...prepared.diagnostics].filter(({ rule }) => rule !== EXPECTED_EVERYWHERE)
}

const lineAt = ({ at }: Diagnostic): string | undefined =>
  at && 'line' in at ? readFileSync(at.file, 'utf8').split('\n')[at.line - 1] : undefined

describe.each(registry)('%s', (rule, { severity }) => {
  it('has a good and a bad kit', () => {
    for (const name of ['good', 'bad'])
      expect(existsSync(`${folder}${rule}/${name}.yaml`), `${rule}/${name}`).toBe(true)
  })

  it('says nothing of the good one', async () => {
    expect(await findingsOf(`${folder}${rule}/good.yaml`)).toEqual([])
  })

  it('alone speaks of the bad one, and shows the line to edit', async () => {
    const found = await findingsOf(`${folder}${rule}/bad.yaml`)
    expect(found.map(each => each.rule)).toEqual([rule])
    const [finding] = found
    if (!finding) throw new Error('nothing was found')
    // A picture that is far too small is worse than the warning of its rule.
    expect(finding.severity).toBe(rule === 'image-resolution' ? 'error' : severity)
    expect(finding.piece).toBeDefined()
    expect(lineAt(finding)).toContain('# ici')
  })
})
