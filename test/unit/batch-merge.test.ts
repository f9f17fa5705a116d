// Merging the reports of shards: what is not one whole run is left as it is, and a merge that dies loses nothing.
import { createHash } from 'node:crypto'
import {
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
import { afterAll, describe, expect, it } from 'vitest'
import { mergeShards } from '../../src/batch/merge.ts'
import { type ReportFiles, reportFiles } from '../../src/batch/report-files.ts'
import { counted, NO_COUNTS } from '../../src/batch/reports/batch-json.ts'
import { writeEnd, writeStart } from '../../src/batch/reports/run-files.ts'
import { writeReports } from '../../src/batch/reports/write-reports.ts'
import { openWorld } from '../../src/host/world.ts'
import type { KitReport } from '../../src/model/kit-report.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-merge-'))
afterAll(() => rmSync(base, { recursive: true }))

const world = openWorld()

function folder(name: string): string {
  const made = join(base, name)
  mkdirSync(made)
  return made
}

const refused = (index: number): KitReport => ({
  index,
  file: 's.csv',
  origin: { file: 's.csv', sheet: '', cell: `A${index + 2}` },
  status: 'refused',
  kit: `k-${index}`,
  pieces: [],
  diagnostics: [],
})

/** The reports of the part that holds every second of `rows`. */
function part(out: string, index: 1 | 2, rows: number): ReportFiles {
  const files = reportFiles(out, { index, count: 2 })
  const told = Array.from({ length: rows }, (_, rank) => refused(rank)).filter(each => each.index % 2 === index - 1)
  const counts = told.reduce(counted, NO_COUNTS)
  const head = { version: world.version, counts, diagnostics: [], orphans: [] }
  const failure =
    writeStart(files, { arguments: ['s.csv'] }, world) ??
    writeReports(files, { head, columns: ['nom'], told: () => told }) ??
    writeEnd(files, { status: 'finished', counts }, world)
  expect(failure).toBeUndefined()
  return files
}

const namesIn = (out: string): readonly string[] => readdirSync(out).sort()

const WHOLE = ['batch.csv', 'batch.json', 'errors.csv', 'run.end.json', 'run.start.json']

it('names the parts of both cuts, and leaves them', () => {
  const out = folder('cuts')
  const names = ['batch.1-of-2.json', 'batch.1-of-3.json', 'batch.2-of-2.json']
  for (const name of names) writeFileSync(join(out, name), '{}')
  const parts = ['1/2', '2/2', '1/3'].map(each => `${each} (${join(out, `batch.${each.replace('/', '-of-')}.json`)})`)
  expect(mergeShards([out], out, world)).toEqual({ state: 'mixed', parts })
  expect(namesIn(out)).toEqual(names)
})

describe('beside others', () => {
  it('waits for a shard or another merge that holds a folder, and changes nothing', () => {
    const [out, other] = [folder('held'), folder('held-other')]
    part(out, 1, 5)
    part(other, 2, 5)
    const before = [namesIn(out), namesIn(other)]
    for (const lock of [reportFiles(out).lock, reportFiles(other, { index: 2, count: 2 }).lock]) {
      mkdirSync(join(lock, '..'), { recursive: true })
      writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another', numbering: 'there' }))
      const merged = mergeShards([out, other], out, world)
      expect(merged).toMatchObject({ state: 'held', holder: { pid: 1, host: 'another' } })
      rmSync(join(lock, '..'), { recursive: true })
      expect([namesIn(out), namesIn(other)]).toEqual(before)
    }
    expect(mergeShards([out, other], out, world)).toMatchObject({ state: 'merged', counts: { refused: 5 } })
  })

  it('takes a folder by two names for one', () => {
    const out = folder('twice')
    for (const index of [1, 2] as const) part(out, index, 3)
    symlinkSync(out, join(base, 'twice-link'))
    expect(mergeShards([out], join(base, 'twice-link'), world)).toMatchObject({ state: 'merged', counts: { kits: 3 } })
  })
})

describe('when something went wrong', () => {
  it('does not merge a report that tells less than its run has counted', () => {
    const out = folder('damaged')
    const [first] = [part(out, 1, 5), part(out, 2, 5)]
    const lines = readFileSync(first.json, 'utf8').split('\n')
    writeFileSync(first.json, lines.filter(line => !line.includes('"k-2"')).join('\n'))
    const before = namesIn(out)
    expect(mergeShards([out], out, world)).toEqual({ state: 'damaged', parts: [first.json] })
    expect(namesIn(out)).toEqual(before)
  })

  it('leaves no end of the last run beside a merge that was cut short', () => {
    const out = folder('short')
    for (const index of [1, 2] as const) part(out, index, 3)
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'merged' })
    for (const index of [1, 2] as const) part(out, index, 3)
    rmSync(join(out, 'errors.csv'))
    mkdirSync(join(out, 'errors.csv'))
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'failed' })
    expect(existsSync(join(out, 'run.end.json'))).toBe(false)
    rmSync(join(out, 'errors.csv'), { recursive: true })
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'merged', counts: { kits: 3 } })
    expect(namesIn(out)).toEqual(WHOLE)
  })

  /** As a merge that was killed while it removed the parts leaves them: the first is gone, the word of both is there. */
  function killed(name: string): string {
    const out = folder(name)
    const files = ([1, 2] as const).map(index => part(out, index, 5))
    const word = files.map(({ json }) => {
      const sha256 = createHash('sha256').update(readFileSync(json)).digest('hex')
      return `${sha256} ${json.slice(out.length + 1)}\n`
    })
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'merged' })
    part(out, 2, 5)
    mkdirSync(join(out, '.signakit'))
    writeFileSync(join(out, '.signakit/merged'), word.join(''))
    return out
  }

  it('ends what a merge that was killed had begun to remove', () => {
    const out = killed('killed')
    const whole = readFileSync(join(out, 'batch.json'), 'utf8')
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'merged', counts: { kits: 5 }, parts: 2 })
    expect(namesIn(out)).toEqual(WHOLE)
    expect(readFileSync(join(out, 'batch.json'), 'utf8')).toBe(whole)
    expect(mergeShards([out], out, world)).toEqual({ state: 'none' })
  })

  it('keeps a part that was made again since', () => {
    const out = killed('again')
    for (const index of [1, 2] as const) part(out, index, 7)
    expect(mergeShards([out], out, world)).toMatchObject({ state: 'merged', counts: { kits: 7 } })
    expect(namesIn(out)).toEqual(WHOLE)
  })
})
