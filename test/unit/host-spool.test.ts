// What a long run remembers on the disk: values by number, lines of files that are not held whole, and the folder of both.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { linesOfFile } from '../../src/host/lines.ts'
import { openSpool } from '../../src/host/spool.ts'
import { openWorkspace } from '../../src/host/workspace.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-spool-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('a spool', () => {
  it('gives back each value, in any order, small and large, written out or not yet', () => {
    const spool = openSpool<{ readonly n: number; readonly word: string }>(join(base, 'values'))
    const sample = (n: number) => ({ n, word: 'é€𝄞'.repeat(n % 97 === 0 ? 20_000 : n % 7) })
    for (let n = 0; n < 2000; n++) {
      expect(spool.add(sample(n))).toBe(n)
      if (n % 50 === 0) expect(spool.read(n)).toEqual(sample(n))
    }
    for (const n of [1999, 0, 97, 1000, 96, 98]) expect(spool.read(n)).toEqual(sample(n))
    expect(spool.length).toBe(2000)
    spool.close()
  })

  it('keeps its values when its file is deleted under it', () => {
    const path = join(base, 'deleted')
    const spool = openSpool<string>(path)
    for (let n = 0; n < 100; n++) spool.add(`before ${n} ${'x'.repeat(10_000)}`)
    rmSync(path)
    const last = spool.add('after')
    expect([spool.read(0).slice(0, 8), spool.read(99).slice(0, 9), spool.read(last)]).toEqual([
      'before 0',
      'before 99',
      'after',
    ])
    spool.close()
    expect(existsSync(path)).toBe(false)
  })

  it('starts empty where another was', () => {
    const path = join(base, 'again')
    const first = openSpool<number>(path)
    first.add(1)
    first.close()
    const second = openSpool<string>(path)
    expect([second.length, second.add('x'), second.read(0)]).toEqual([0, 0, 'x'])
    second.close()
  })
})

describe('the folder of a run', () => {
  it('is held once, cleared of what a dead run left, and gone at the end even when someone took it away', () => {
    const lock = join(base, 'out/.signakit/lock')
    mkdirSync(join(base, 'out/.signakit'), { recursive: true })
    writeFileSync(`${lock}-spool-7`, 'of the dead')
    const opened = openWorkspace(lock)
    if (!opened.ok) throw new Error('not opened')
    expect(openWorkspace(lock)).toMatchObject({ ok: false, holder: { pid: process.pid } })
    const spool = opened.workspace.spool<string>()
    expect(readdirSync(join(base, 'out/.signakit')).sort()).toEqual(['lock', 'lock-spool-0'])
    rmSync(join(base, 'out/.signakit'), { recursive: true })
    expect(spool.read(spool.add('still'))).toBe('still')
    opened.workspace.close()
    const again = openWorkspace(lock)
    expect(again.ok).toBe(true)
    if (again.ok) again.workspace.close()
    expect(readdirSync(join(base, 'out'))).toEqual([])
  })

  it('is left to the living and taken from the dead, whatever the lock says', () => {
    const lock = join(base, 'locks/.signakit/lock')
    mkdirSync(join(base, 'locks/.signakit'), { recursive: true })
    const isTaken = (content: string): boolean => {
      writeFileSync(lock, content)
      const opened = openWorkspace(lock)
      if (opened.ok) opened.workspace.close()
      return opened.ok
    }
    // Another machine, or nobody that can be told: whoever touched it lately may be alive.
    expect(['{}', '', '[', '{"pid":1,"host":"elsewhere"}'].map(isTaken)).toEqual([false, false, false, false])
    rmSync(lock)
    expect(openWorkspace(`${lock}.1-of-2`).ok && openWorkspace(`${lock}.2-of-2`).ok).toBe(true)
    expect([openWorkspace(lock).ok, openWorkspace(`${lock}.1-of-3`).ok]).toEqual([false, false])
  })
})

describe('the lines of a file', () => {
  const linesOf = (content: string | Buffer): readonly string[] => {
    const path = join(base, 'lines')
    writeFileSync(path, content)
    return [...linesOfFile(path)]
  }

  it('are whole wherever its chunks end', () => {
    const line = 'é€𝄞'.repeat(40_000)
    expect(linesOf(`${line}\n\n${line}x\nlast`)).toEqual([line, '', `${line}x`, 'last'])
    expect(linesOf('a\n')).toEqual(['a'])
    expect(linesOf('')).toEqual([])
  })

  it('that nobody of ours wrote are passed over', () => {
    const long = Buffer.alloc(17 * 1024 * 1024, 0x78)
    expect(linesOf(Buffer.concat([Buffer.from('a\n'), long, Buffer.from('\nb\n')]))).toEqual(['a', 'b'])
    expect(linesOf(long)).toEqual([])
    expect([...linesOfFile(join(base, 'absent')), ...linesOfFile(base)]).toEqual([])
  })
})
