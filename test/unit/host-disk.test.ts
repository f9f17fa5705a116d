// The disk: reads within limits, and files that have their name only when they are whole and checked.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removeTemporaries, writeAtomic } from '../../src/host/atomic.ts'
import { openWorld } from '../../src/host/world.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'signakit-host-'))
const bytes = new TextEncoder().encode('hello')
const world = openWorld({})

describe('the world', () => {
  it('says why a file cannot be read', () => {
    const root = folder()
    writeFileSync(join(root, 'big'), 'x'.repeat(100))
    expect(world.read(join(root, 'none'))).toEqual({ ok: false, reason: 'missing' })
    expect(world.read(join(root, 'big', 'under'))).toEqual({ ok: false, reason: 'missing' })
    expect(world.read(root)).toEqual({ ok: false, reason: 'directory' })
    expect(world.read(join(root, 'big'), { maxBytes: 99 })).toEqual({ ok: false, reason: 'too-large' })
    expect(world.read(join(root, 'big'), { maxBytes: 100 }).ok).toBe(true)
    expect(world.read('a\0b')).toEqual({ ok: false, reason: 'unreadable' })
    expect(world.read('/dev/zero')).toEqual({ ok: false, reason: 'unreadable' })
  })

  it('opens a file to be read in parts, and keeps to the file it opened', () => {
    const path = join(folder(), 'parts')
    writeFileSync(path, '0123456789')
    const opened = world.open(path)
    if (!opened.ok) throw new Error(opened.reason)
    const { file } = opened
    const part = (offset: number, length: number): string => {
      const read = file.read(offset, length)
      return read.ok ? new TextDecoder().decode(read.bytes) : read.reason
    }
    expect([file.size, part(0, 4), part(8, 4), part(10, 4)]).toEqual([10, '0123', '89', ''])
    rmSync(path)
    writeFileSync(path, 'another')
    expect(part(4, 2)).toBe('45')
    const again = world.open(path)
    expect(again.ok && again.file.stamp !== file.stamp).toBe(true)
    if (again.ok) again.file.close()
    file.close()
    expect(file.read(0, 1)).toEqual({ ok: false, reason: 'unreadable' })
  })

  it('opens only what it would read', () => {
    const root = folder()
    writeFileSync(join(root, 'big'), 'x'.repeat(100))
    expect(world.open(join(root, 'none'))).toEqual({ ok: false, reason: 'missing' })
    expect(world.open(root)).toEqual({ ok: false, reason: 'directory' })
    expect(world.open('/dev/zero')).toEqual({ ok: false, reason: 'unreadable' })
    expect(world.open(join(root, 'big'), { maxBytes: 99 })).toEqual({ ok: false, reason: 'too-large' })
    expect(world.open(join(root, 'big'), { root: folder() })).toEqual({ ok: false, reason: 'outside' })
  })

  it.skipIf(process.getuid?.() === 0)('says when reading is forbidden', () => {
    const file = join(folder(), 'secret')
    writeFileSync(file, 'x')
    chmodSync(file, 0)
    expect(world.read(file)).toEqual({ ok: false, reason: 'forbidden' })
  })

  it('does not leave the root, by dots or by links', () => {
    const base = folder()
    const root = join(base, 'root')
    mkdirSync(root)
    mkdirSync(join(base, 'rooted'))
    for (const name of ['secret', 'root/own', 'rooted/near']) writeFileSync(join(base, name), name)
    symlinkSync(join(base, 'secret'), join(root, 'link'))
    symlinkSync(join(root, 'own'), join(root, 'inner'))
    symlinkSync(join(root, 'loop'), join(root, 'loop'))
    const reason = (path: string) => {
      const read = world.read(join(root, path), { root })
      return read.ok ? 'read' : read.reason
    }
    expect(['own', 'inner', 'link', '../secret', '../rooted/near', 'loop'].map(reason)).toEqual([
      'read',
      'read',
      'outside',
      'outside',
      'outside',
      'unreadable',
    ])
  })

  it('lists in one order, and knows files from folders', () => {
    const root = folder()
    for (const name of ['b', 'A', 'é', 'a']) writeFileSync(join(root, name), '')
    expect(world.list(root)).toEqual(['A', 'a', 'b', 'é'])
    expect(world.list(join(root, 'none'))).toEqual([])
    expect([root, join(root, 'a'), join(root, 'z'), 'x\0'].map(path => world.kind(path))).toEqual([
      'folder',
      'file',
      'none',
      'none',
    ])
  })

  it('dates files by SOURCE_DATE_EPOCH, else by a day that never changes', () => {
    expect(world.date.toISOString()).toBe('2026-01-01T00:00:00.000Z')
    expect(openWorld({ SOURCE_DATE_EPOCH: '86400' }).date.toISOString()).toBe('1970-01-02T00:00:00.000Z')
    expect(openWorld({ SOURCE_DATE_EPOCH: 'now' }).date).toEqual(world.date)
  })
})

describe('an atomic write', () => {
  it('gives the file its name once the check has read it', async () => {
    const root = folder()
    const path = join(root, 'deep/er/file')
    const written = await writeAtomic(path, bytes, temporary => {
      expect(existsSync(path)).toBe(false)
      expect(readFileSync(temporary, 'utf8')).toBe('hello')
      return undefined
    })
    expect(written).toEqual({ ok: true, path })
    expect(readdirSync(join(root, 'deep/er'))).toEqual(['file'])
  })

  it('keeps the file before and leaves nothing when the check refuses, or throws', async () => {
    const root = folder()
    const path = join(root, 'file')
    writeFileSync(path, 'before')
    expect(await writeAtomic(path, bytes, () => 'no')).toEqual({ ok: false, refused: 'no' })
    await expect(writeAtomic(path, bytes, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(root)).toEqual(['file'])
  })

  it('says what the disk says', async () => {
    const root = folder()
    writeFileSync(join(root, 'file'), '')
    mkdirSync(join(root, 'folder'))
    const inFile = await writeAtomic(join(root, 'file/x'), bytes)
    const overFolder = await writeAtomic(join(root, 'folder'), bytes)
    const longName = await writeAtomic(join(root, 'x'.repeat(300)), bytes)
    const messages = [inFile, overFolder, longName].map(each => ('failure' in each ? each.failure.message.fr : ''))
    expect(messages).toEqual([
      'un fichier porte le nom du dossier',
      'un dossier porte le nom du fichier',
      'le nom est trop long pour ce disque',
    ])
    expect(readdirSync(root).sort()).toEqual(['file', 'folder'])
  })

  it.skipIf(!existsSync('/dev/full'))('says when the disk is full', async () => {
    const root = folder()
    symlinkSync('/dev/full', join(root, 'full'))
    const { writeFailure } = await import('../../src/host/atomic.ts')
    try {
      writeFileSync(join(root, 'full'), 'x')
      expect.unreachable()
    } catch (error) {
      expect(writeFailure(error, 'f').message.fr).toBe('le disque est plein')
    }
  })

  it('leaves nothing after an interruption', async () => {
    const root = folder()
    await writeAtomic(join(root, 'file'), bytes, () => {
      expect(readdirSync(root)).toHaveLength(1)
      removeTemporaries()
      expect(readdirSync(root)).toEqual([])
      return 'interrupted'
    })
    expect(readdirSync(root)).toEqual([])
  })
})
