// The exit code of a run, from what happened to each kit.
import { describe, expect, it } from 'vitest'
import { exitOf, type Verdict } from '../../src/cli/verdict.ts'

const complete: Verdict = { status: 'complete', warnings: false }
const warned: Verdict = { status: 'complete', warnings: true }
const refused: Verdict = { status: 'refused', warnings: false }
const unreadable: Verdict = { status: 'file', warnings: false }
const bug: Verdict = { status: 'bug', warnings: false }

describe('the exit code of render', () => {
  it.each([
    ['all complete', [complete, warned], 0],
    ['one refused', [refused], 1],
    ['several, none complete', [refused, unreadable], 1],
    ['one unreadable', [unreadable], 3],
    ['a file that failed its own check, whatever the rest', [complete, refused, bug], 4],
    ['some complete, some not', [complete, refused], 5],
    ['some complete, one unreadable', [warned, unreadable], 5],
  ])('%s', (_, verdicts, code) => {
    expect(exitOf(verdicts, 'error', true)).toBe(code)
  })

  it('fails on warnings when asked to', () => {
    expect(exitOf([warned], 'warning', true)).toBe(1)
    expect(exitOf([warned, complete], 'warning', true)).toBe(5)
    expect(exitOf([complete], 'warning', true)).toBe(0)
  })
})

describe('the exit code of check', () => {
  it('is never that of a partial success, as nothing was to be written', () => {
    expect(exitOf([complete, refused], 'error', false)).toBe(1)
    expect(exitOf([complete, unreadable], 'error', false)).toBe(3)
  })
})
