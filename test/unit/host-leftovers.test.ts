// Files that a dead process was writing go; those of whoever still writes stay.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFor } from '../../src/host/atomic.ts'
import { removeLeftovers } from '../../src/host/leftovers.ts'
import { shortStartOf } from '../../src/host/running.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signakit-leftovers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (...names: readonly string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), '')
}
const left = (of?: ReadonlySet<string>): readonly string[] => {
  removeLeftovers(folder, of)
  return readdirSync(folder).sort()
}

it('goes when no process has its number, or another one has it now', () => {
  put(
    '.plaque.pdf.999999999-0123abcd-1.tmp',
    `.plaque.pdf.${process.pid}-0123abcd-1.tmp`,
    `.plaque.pdf.1-0123abcd-1.tmp`,
  )
  expect(left()).toEqual([])
})

it('stays while its process lives', () => {
  const parent = `.plaque.pdf.${process.ppid}-${shortStartOf(process.ppid)}-1.tmp`
  const own = temporaryFor(join(folder, 'plaque.pdf'))
  writeFileSync(own, '')
  put(parent)
  expect(left()).toHaveLength(2)
})

it('goes when it has our number, our start, and is none of those that we write', () => {
  put(`.plaque.pdf.${process.pid}-${shortStartOf(process.pid)}-999.tmp`)
  expect(left()).toEqual([])
})

it('stays when it is the file of another shard, that a process of another machine writes', () => {
  const other = '.batch.2-of-2.json.999999999-0123abcd-1.tmp'
  put('.batch.1-of-2.json.999999999-0123abcd-1.tmp', other)
  expect(left(new Set(['batch.1-of-2.json']))).toEqual([other])
  expect(left()).toEqual([])
})

it('is nothing that someone else named', () => {
  const names = ['.plaque.pdf.tmp', '.plaque.pdf.swp', 'plaque.pdf', '.x.12-1.tmp']
  put(...names)
  expect(left()).toEqual(names.sort())
})
