// The manifest of another run, read back: as it was written, or not at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { previousPieces } from '../../src/delivery/previous.ts'
import { canonicalJson } from '../../src/model/manifest.ts'
import { manifestFileOf, manifestPieceOf } from '../fixtures/manifest-piece.ts'

const folder = mkdtempSync(join(tmpdir(), 'signakit-previous-'))
afterAll(() => rmSync(folder, { recursive: true }))

function readBack(pieces: unknown, more: Readonly<Record<string, unknown>> = {}) {
  writeFileSync(join(folder, 'manifest.json'), canonicalJson({ schema: 1, kit: 'k', pieces, ...more }))
  return previousPieces(folder, 'k')
}

describe('the pieces of another run', () => {
  it('come back whole, with what was ordered', () => {
    const pieces = [
      manifestPieceOf(),
      manifestPieceOf({
        id: 'q',
        hidden: [0, 4, 0, 4],
        pose: 'interieur',
        diagnostics: [
          { rule: 'r', severity: 'warning', message: 'm', hint: 'h', at: { file: 'a.csv', sheet: '', cell: 'B2' } },
        ],
        files: [manifestFileOf('q.svg'), manifestFileOf('q.png')],
      }),
    ]
    expect(readBack(pieces)).toEqual(pieces)
  })

  it('of another kit, or of another schema, are not ours', () => {
    expect(readBack([manifestPieceOf()], { kit: 'other' })).toEqual([])
    expect(readBack([manifestPieceOf()], { schema: 2 })).toEqual([])
  })

  it.each([
    ['lacks its trim', { trim: undefined }],
    ['has a face that is none', { faces: [3] }],
    ['has a status of its own', { status: 'perfect' }],
    ['names a file above its folder', { files: [manifestFileOf('../keep.svg')] }],
    ['names a hidden file', { files: [manifestFileOf('.keep.svg')] }],
    ['names a file that is none of ours', { files: [manifestFileOf('keep.exe')] }],
    ['says something nowhere', { diagnostics: [{ rule: 'r', severity: 'note', message: 'm', at: 3 }] }],
  ])('are none when one of them %s', (_, damage) => {
    expect(readBack([{ ...manifestPieceOf(), ...damage }])).toEqual([])
  })
})
