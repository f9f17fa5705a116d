// Kits that no row makes any more: told, and on demand removed, but never what is not ours.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { orphanFinding, pruneOrphans, unreportedKits } from '../../src/batch/orphans.ts'
import { openWorld } from '../../src/host/world.ts'
import { manifestFileOf, manifestPieceOf } from '../fixtures/manifest-piece.ts'

const out = mkdtempSync(join(tmpdir(), 'signakit-orphans-'))
afterAll(() => rmSync(out, { recursive: true }))

function kit(id: string, files: readonly string[], others: readonly string[] = []): void {
  const folder = join(out, id)
  mkdirSync(folder)
  const piece = manifestPieceOf({ files: files.map(path => manifestFileOf(path)) })
  for (const name of [...files, ...others]) writeFileSync(join(folder, name), 'x')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ schema: 1, kit: id, pieces: [piece] }))
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

describe('a kit that no report names', () => {
  const found = mkdtempSync(join(tmpdir(), 'signakit-unreported-'))
  afterAll(() => rmSync(found, { recursive: true }))

  /** As a batch finishes one. */
  function finished(folder: string, kit: string, changed: object = {}): void {
    mkdirSync(join(found, folder))
    const manifest = {
      ...{ schema: 1, kit, structure: { nom: kit, caf: ['33'] }, diagnostics: [] },
      stamp: { key: 'k', reads: { read: {}, list: {}, kind: {} }, english: {} },
      pieces: [
        {
          ...{ id: 'a', product: 'plaque-a5', orientation: 'paysage', quantity: 1, status: 'ok', files: [], faces: [] },
          ...{ trim: [210, 148], printer: { id: 'standard' }, diagnostics: [] },
        },
      ],
      ...changed,
    }
    writeFileSync(join(found, folder, 'manifest.json'), JSON.stringify(manifest))
  }

  it('is one that a batch has finished, under its own name, in a folder of its own', () => {
    finished('33-1', '33-1')
    finished('33-2', '33-2')
    finished('33-3', '33-3', { stamp: undefined })
    finished('33-4', '33-4', { pieces: [] })
    finished('33-5-copie', '33-5')
    finished('Relu 33-6', '33-6')
    mkdirSync(join(found, 'photos'))
    writeFileSync(join(found, 'batch.json'), '{}')
    symlinkSync(join(found, '33-1'), join(found, '33-7'))
    expect(unreportedKits(found, kit => kit === '33-2', openWorld())).toEqual(['33-1'])
  })
})
