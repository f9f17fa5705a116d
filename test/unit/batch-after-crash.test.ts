// A run that was killed before it told of its kits, then a run of one of them: the reports agree with the folder.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runWork, sheetOf, type Work, workIn } from '../fixtures/small-batch.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-crash-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const work = (name: string): Work => workIn(base, name)

const write = ({ sheet }: Work, kits: Readonly<Record<string, string>>): void => writeFileSync(sheet, sheetOf(kits))

const REPORTS = ['batch.json', 'batch.csv', 'errors.csv']

/** A run that is killed once its kits are made: the reports are those of the last run, and there is no end. */
async function killed(place: Work): Promise<void> {
  const kept = mkdtempSync(join(base, 'kept-'))
  for (const name of REPORTS) {
    if (existsSync(join(place.out, name))) cpSync(join(place.out, name), join(kept, name), { preserveTimestamps: true })
  }
  await runWork(place)
  for (const name of [...REPORTS, 'run.end.json']) rmSync(join(place.out, name))
  for (const name of REPORTS) {
    if (existsSync(join(kept, name))) cpSync(join(kept, name), join(place.out, name), { preserveTimestamps: true })
  }
}

/** The kits that the order names, once every line of it is seen to be true of its file. */
function ordered({ out }: Work): readonly (string | undefined)[] {
  const [header = '', ...lines] = readFileSync(join(out, 'batch.csv'), 'utf8').split('\r\n').slice(0, -1)
  const rank = header.split(';').indexOf('sha256')
  return lines.map(line => {
    const cells = line.split(';')
    const bytes = readFileSync(join(out, cells[0] ?? ''))
    expect(cells[rank]).toBe(createHash('sha256').update(bytes).digest('hex'))
    return cells[1]
  })
}

const refused = ({ out }: Work): readonly string[] =>
  readFileSync(join(out, 'errors.csv'), 'utf8').split('\r\n').slice(1, -1)

it('tells of each kit what its folder holds', async () => {
  const place = work('sheet')
  write(place, { a: 'Les Lilas', b: 'Le Parc', c: 'La Ruche', bad: 'Le Four' })
  await runWork(place)
  write(place, { a: 'Les Lilas bis', b: 'Le Parc', c: 'La Ruche bis', bad: 'Le Four' })
  await killed(place)
  expect(await runWork(place, { only: ['b'] })).toMatchObject({
    state: 'finished',
    counts: { complete: 3, refused: 1 },
  })
  expect(ordered(place)).toEqual(['a', 'b', 'c'])
  expect(refused(place)).toEqual([expect.stringMatching(/^bad;.*unknown-caf/)])
})

it('tells of the kits of a first run that had no time to', async () => {
  const place = work('first')
  write(place, { a: 'Les Lilas', b: 'Le Parc', c: 'La Ruche' })
  await killed(place)
  expect(await runWork(place, { only: ['b'] })).toMatchObject({ state: 'finished', counts: { complete: 3 } })
  expect(ordered(place)).toEqual(['a', 'b', 'c'])
})

it('tells as not whole a kit that was being made', async () => {
  const place = work('cut')
  write(place, { a: 'Les Lilas', b: 'Le Parc' })
  await runWork(place)
  write(place, { a: 'Les Lilas bis', b: 'Le Parc' })
  await killed(place)
  const path = join(place.out, 'a/manifest.json')
  const { stamp: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify(manifest))
  expect(await runWork(place, { only: ['b'] })).toMatchObject({
    state: 'finished',
    counts: { complete: 1, refused: 1 },
  })
  expect(ordered(place)).toEqual(['b'])
  expect(refused(place)).toEqual([expect.stringMatching(/^a;Les Lilas bis;.*kit-unfinished/)])
  expect(await runWork(place, { lastFailed: true })).toMatchObject({ counts: { complete: 2, refused: 0 }, made: 1 })
  expect(ordered(place)).toEqual(['a', 'b'])
})

it('tells of the kits of another sheet what their folders hold', async () => {
  const place = work('other')
  write(place, { a: 'Les Lilas' })
  await runWork(place)
  write(place, { a: 'Les Lilas bis' })
  await killed(place)
  const other = { ...place, sheet: join(base, 'other', 'o.csv') }
  write(other, { z: 'La Ruche' })
  expect(await runWork(other)).toMatchObject({ state: 'finished', counts: { complete: 2 } })
  expect(ordered(place)).toEqual(['z', 'a'])
})
