// The benchmark's promises about itself: peers pinned, a place on the page for each measure, no figure without a claim.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(match => match[1] ?? '')

describe('the benchmark', () => {
  it('pins its peers to one version each', () => {
    const { dependencies } = JSON.parse(read('bench/package.json')) as { dependencies: Record<string, string> }
    expect(Object.keys(dependencies).length).toBeGreaterThan(5)
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('has a place on its page for each of its measures', () => {
    const names = found(read('bench/measures/measures.mjs'), /^ {2}(\w+): \{ title:/gm)
    const page = read('docs/mesures.md')
    expect(names.length).toBeGreaterThan(10)
    for (const name of ['claims', ...names]) expect(page).toMatch(new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`))
  })

  it('keeps figures of what is claimed, and of nothing else', () => {
    const claimed = found(read('bench/claims.mjs'), /\{ id: '([\w-]+)'/g)
    expect(claimed.length).toBeGreaterThan(15)
    expect(Object.keys(JSON.parse(read('bench/results.json')) as object).filter(id => !claimed.includes(id))).toEqual(
      [],
    )
  })
})
