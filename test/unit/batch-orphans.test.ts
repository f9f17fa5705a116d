// Kits that no row makes any more: told, and on demand removed, but never what is not ours.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { orphanFinding, pruneOrphans } from '../../src/batch/orphans.ts'

const out = mkdtempSync(join(tmpdir(), 'signakit-orphans-'))
afterAll(() => rmSync(out, { recursive: true }))

function kit(id: string, files: readonly string[], others: readonly string[] = []): void {
  const folder = join(out, id)
  mkdirSync(folder)
  const named = files.map(path => ({ path, format: path.slice(-3) }))
  for (const name of [...files, ...others]) writeFileSync(join(folder, name), 'x')
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ schema: 1, kit: id, pieces: [{ id: 'a', files: named }] }),
  )
}

describe('an orphan', () => {
  it('is told with its folder and the remedy', () => {
    const { rule, severity, at, hint } = orphanFinding('33-9', 'sortie')
    expect([rule, severity, at?.file, hint?.fr]).toEqual([
      'orphan-kit',
      'warning',
      join('sortie', '33-9'),
      '`--prune` les retire',
    ])
  })

  it('is removed whole, and its folder with it', () => {
    kit('33-1', ['33-1_a.pdf', '33-1_a.png'])
    expect(pruneOrphans(out, ['33-1'])).toEqual(['33-1'])
    expect(existsSync(join(out, '33-1'))).toBe(false)
  })

  it('keeps what someone else put beside it, and stays told', () => {
    kit('33-2', ['33-2_a.pdf'], ['relu.pdf'])
    expect(pruneOrphans(out, ['33-2'])).toEqual([])
    expect(readdirSync(join(out, '33-2'))).toEqual(['relu.pdf'])
  })

  it('is never looked for outside the folder', () => {
    kit('33-3', ['33-3_a.pdf'])
    expect(pruneOrphans(join(out, '33-3'), ['../33-3', '..', '.'])).toEqual([])
    expect(readdirSync(join(out, '33-3')).length).toBe(2)
  })
})
