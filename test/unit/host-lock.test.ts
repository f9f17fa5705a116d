// A lock of another machine: whether its run lives is read from the disk alone, whatever the clocks of the two machines say.
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { isDead, OWN_RUN, takeLock } from '../../src/host/lock.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-lock-'))
const MINUTES = 60_000
afterEach(() => vi.useRealTimers())
afterAll(() => rmSync(base, { recursive: true }))

/** As a run of another machine writes it, so many milliseconds ago. */
function foreign(name: string, age: number): string {
  const path = join(base, name)
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'une-autre-machine' }))
  const then = new Date(statSync(path).mtimeMs - age)
  utimesSync(path, then, then)
  return path
}

describe('a lock of another machine', () => {
  it.each([-10, -2, 0, 2, 10])('is alive when it was just written, with a clock %d minutes off', minutes => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTES })
    const path = foreign(`alive${minutes}`, 0)
    expect(isDead(path)).toBe(false)
    expect(takeLock(path)).toMatchObject({ ok: false, holder: { host: 'une-autre-machine' } })
  })

  it.each([-10, -2, 0, 2, 10])('is dead after more than a minute, with a clock %d minutes off', minutes => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTES })
    const path = foreign(`dead${minutes}`, 1.1 * MINUTES)
    expect(isDead(path)).toBe(true)
    const lock = takeLock(path)
    expect(lock.ok).toBe(true)
    if (lock.ok) lock.release()
  })
})

describe('a lock of a machine or a container that merely has our name', () => {
  const namesake = (name: string, age: number): string => {
    const path = foreign(name, age)
    const then = statSync(path).mtime
    // No process of ours has this number: it says nothing of theirs.
    writeFileSync(path, JSON.stringify({ pid: 999_999_999, host: hostname(), numbering: 'boot pid:[1]', start: 'x 1' }))
    utimesSync(path, then, then)
    return path
  }

  it('is alive when it was just written, and dead after more than a minute', () => {
    expect(isDead(namesake('namesake', 0))).toBe(false)
    expect(isDead(namesake('old-namesake', 1.1 * MINUTES))).toBe(true)
  })

  it('is not told from its process, even one that has a number of ours', () => {
    const path = namesake('twin', 1.1 * MINUTES)
    const then = statSync(path).mtime
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), numbering: 'boot pid:[1]' }))
    utimesSync(path, then, then)
    expect(isDead(path)).toBe(true)
  })
})

describe('a lock that another run took', () => {
  it.each(['was replaced', 'was taken, and left again'])(
    'is lost when it %s, and its holder is told at the next beat',
    how => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const path = join(base, how)
      const told = vi.fn()
      const lock = takeLock(path, told)
      if (!lock.ok) throw new Error('held')
      expect(lock.lost()).toBe(false)
      vi.advanceTimersByTime(10_000)
      expect(told).not.toHaveBeenCalled()
      if (how === 'was replaced') foreign(how, 0)
      else rmSync(path)
      vi.advanceTimersByTime(10_000)
      expect(told).toHaveBeenCalledOnce()
      expect(lock.lost()).toBe(true)
      // What is lost stays lost, even if the other is gone, or all is put back.
      writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), run: OWN_RUN }))
      vi.advanceTimersByTime(60_000)
      expect([lock.lost(), told.mock.calls.length]).toEqual([true, 1])
      lock.release()
    },
  )

  it('is told at once to whoever asks', () => {
    const path = join(base, 'asked')
    const told = vi.fn()
    const lock = takeLock(path, told)
    foreign('asked', 0)
    expect([lock.ok && lock.lost(), told.mock.calls.length]).toEqual([true, 1])
    if (lock.ok) lock.release()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ host: 'une-autre-machine' })
  })
})

describe('a lock that is held', () => {
  it('is dated by the disk, not by a clock that is off', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() - 10 * MINUTES })
    const path = join(base, 'own')
    const lock = takeLock(path)
    const past = new Date(statSync(path).mtimeMs - MINUTES / 2)
    utimesSync(path, past, past)
    const mark = readFileSync(path, 'utf8')
    vi.advanceTimersByTime(10_000)
    expect(statSync(path).mtimeMs).toBeGreaterThan(past.getTime())
    expect(readFileSync(path, 'utf8')).toBe(mark)
    if (lock.ok) lock.release()
  })

  it('does not write over the lock of whoever took it', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const path = join(base, 'taken')
    const lock = takeLock(path)
    foreign('taken', MINUTES / 2)
    const before = statSync(path).mtimeMs
    vi.advanceTimersByTime(10_000)
    expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs]).toEqual([
      JSON.stringify({ pid: 1, host: 'une-autre-machine' }),
      before,
    ])
    if (lock.ok) lock.release()
    expect(statSync(path).mtimeMs).toBe(before)
  })
})
