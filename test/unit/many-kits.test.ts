// What comes of a kit does not depend on those that the process made before: caches may save time, and nothing else.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const A = 'examples/cinq-partenaires.yaml'
const B = 'examples/nom-long.yaml'

/** A digest of all that came of each kit, made one after the other in a new process. */
function rendered(...kits: readonly string[]): readonly string[] {
  const out = join(mkdtempSync(join(tmpdir(), 'signakit-many-')), 'out')
  const args = ['--import', 'tsx', 'test/fixtures/render-each.ts', out, ...kits]
  const printed: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }))
  return Array.isArray(printed) ? printed.map(String) : []
}

describe('kits made in one process', () => {
  it('come out as they would alone, whatever came before', { timeout: 240_000 }, () => {
    const [a] = rendered(A)
    const [b] = rendered(B)
    expect(a).not.toBe(b)
    expect(rendered(A, B, A)).toEqual([a, b, a])
    expect(rendered(B, A, B)).toEqual([b, a, b])
  })
})
