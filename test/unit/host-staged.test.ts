// Files made side by side, then named: whole or absent, and nothing left behind.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removeTemporaries } from '../../src/host/atomic.ts'
import { discard, keepNames, place, type Staged, stage } from '../../src/host/staged.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'signakit-staged-'))
const bytes = new TextEncoder().encode('hello')

function staged(path: string): Staged {
  const written = stage(path, [bytes])
  if (!written.ok) throw new Error(written.failure.code)
  return written.staged
}

describe('files made side by side', () => {
  it('have their names when they are placed, and not before', async () => {
    const root = folder()
    const files = ['a', 'b'].map(name => staged(join(root, 'deep', name)))
    expect(files.map(({ path }) => existsSync(path))).toEqual([false, false])
    expect(files.map(({ temporary }) => readFileSync(temporary, 'utf8'))).toEqual(['hello', 'hello'])
    expect(await Promise.all(files.map(({ kept }) => kept))).toEqual([undefined, undefined])
    expect(files.map(place)).toEqual([undefined, undefined])
    await keepNames(join(root, 'deep'))
    expect(readdirSync(join(root, 'deep'))).toEqual(['a', 'b'])
  })

  it('hold their parts one after another, more of them than the system takes at once', async () => {
    const parts = Array.from({ length: 3000 }, (_, index) => new TextEncoder().encode('x'.repeat(index % 5)))
    const written = stage(join(folder(), 'a'), parts)
    if (!written.ok) throw new Error(written.failure.code)
    expect(await written.staged.kept).toBeUndefined()
    expect(readFileSync(written.staged.temporary)).toEqual(Buffer.concat(parts))
    discard([written.staged])
  })

  it('leave what was there, and nothing else, when they are discarded or the process must go', async () => {
    const root = folder()
    writeFileSync(join(root, 'a'), 'before')
    const [first, second] = [staged(join(root, 'a')), staged(join(root, 'b'))]
    discard([first])
    removeTemporaries()
    expect(await Promise.all([first.kept, second.kept])).toEqual([undefined, undefined])
    expect(readdirSync(root)).toEqual(['a'])
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('before')
  })

  it('say what the disk says', async () => {
    const root = folder()
    writeFileSync(join(root, 'file'), '')
    mkdirSync(join(root, 'folder/inner'), { recursive: true })
    const inFile = stage(join(root, 'file/x'), [bytes])
    expect(inFile).toMatchObject({ ok: false, failure: { message: { fr: 'un fichier porte le nom du dossier' } } })
    const overFolder = staged(join(root, 'folder'))
    await overFolder.kept
    expect(place(overFolder)?.code).toMatch(/EISDIR|ENOTEMPTY|EEXIST/)
    await keepNames(join(root, 'none'))
    expect(readdirSync(root)).toEqual(['file', 'folder'])
  })
})
