// A sheet that changes between two runs: exactly the kits that the change concerns are made again, and what they leave is what
// a run from nothing gives.

import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEntries } from '../../src/batch/entries.ts'
import type { Filters } from '../../src/batch/filters.ts'
import { makeKit } from '../../src/batch/make.ts'
import { noteReads } from '../../src/batch/noted-world.ts'
import { runBatch } from '../../src/batch/run.ts'
import { sourcesOf } from '../../src/batch/sources.ts'
import { openWorld } from '../../src/host/world.ts'
import { loadReference } from '../../src/input/reference.ts'
import { familyKeys, PLAIN, type RenderOptions } from '../../src/pipeline.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-incremental-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const PHOTO = fileURLToPath(new URL('../../examples/photos/jardin.jpg', import.meta.url))
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M2 2h36v16h-36z" fill="#036"/></svg>'

const HEADER = 'id;nom;type;caf;commune;partenaire 1;logo 1;charte;imprimeur;photo;pieces'
const ROWS: Readonly<Record<string, string>> = {
  a: 'a;Les Lilas;creche;33;Bordeaux;;;;;;plaque-200x150',
  b: 'b;Le Parc;creche;33;Pessac;Ville;logo.svg;;;;plaque-200x150',
  c: 'c;La Ruche;creche;33;Cenon;;;maison;;;plaque-200x150',
  d: 'd;Le Four;creche;33;Blaye;;;;atelier;;plaque-200x150',
  e: 'e;Le Pré;creche;33;Bourg;;;;;photo.jpg;affiche-300x400',
}

function put(work: string, name: string, content: string): void {
  mkdirSync(dirname(join(work, name)), { recursive: true })
  writeFileSync(join(work, name), content)
}

const sheet = (work: string, rows: Readonly<Record<string, string>> = ROWS): void =>
  put(work, 's.csv', `${[HEADER, ...Object.values(rows)].join('\n')}\n`)

function project(work: string): void {
  sheet(work)
  put(work, 'signakit.yaml', 'textes: {}\n')
  put(work, 'logo.svg', LOGO)
  put(work, 'chartes/maison/brand.yaml', 'id: maison\ntitle: Maison\nversion: "1"\nextends: caf-maquette\n')
  put(work, 'imprimeurs/atelier.yaml', 'id: atelier\ntitle: Atelier\nextends: standard\n')
  cpSync(PHOTO, join(work, 'photo.jpg'))
}

type Ran = {
  readonly state: string
  readonly made: readonly string[]
  readonly complete: number
  readonly fresh: number
}

/** A run of this process: as its workers do, with a World that starts anew. */
async function run(work: string, changed: Partial<RenderOptions> = {}, filters: Filters = {}): Promise<Ran> {
  const world = openWorld()
  const noted = noteReads(openWorld())
  const made: string[] = []
  const said: string[] = []
  const columns = { families: familyKeys(world), cafs: loadReference(world).cafs, map: undefined }
  const result = await runBatch(
    {
      entries: () => readEntries(sourcesOf(join(work, 's.csv'), world), { table: {}, columns }, world),
      command: {},
      given: [join(work, 's.csv')],
      options: { ...PLAIN, formats: ['svg'], ...changed },
      out: join(work, 'sortie'),
      filters,
      onError: 'skip',
      prune: false,
    },
    {
      ahead: 1,
      make: async job => {
        const answer = await makeKit(job, noted)
        made.push(answer.report.kit ?? '?')
        return { answer }
      },
    },
    {
      found: found =>
        said.push(...found.filter(({ severity }) => severity === 'error').map(({ message }) => message.fr)),
      progress: () => {},
      stopped: () => false,
    },
    world,
  )
  if (!('counts' in result)) throw new Error(`${result.state}: ${said.join('; ')}`)
  expect(said).toEqual([])
  return { state: result.state, made, complete: result.counts.complete, fresh: result.made }
}

const treeOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter(name => statSync(join(folder, name)).isFile())
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  )

const whole = join(base, 'whole')
let count = 0

/** A folder where everything was made, unchanged. */
function finished(): string {
  const work = join(base, `work-${++count}`)
  cpSync(whole, work, { recursive: true })
  return work
}

type Change = {
  readonly change?: (work: string) => void
  readonly options?: Partial<RenderOptions>
  /** The kits that are made again, in their order. */
  readonly made: readonly string[]
}

const without = (content: string, what: string, by: string): string => {
  expect(content).toContain(what)
  return content.replace(what, by)
}

const edit = (name: string, what: string, by: string) => (work: string) =>
  put(work, name, without(readFileSync(join(work, name), 'utf8'), what, by))

const CHANGES: Readonly<Record<string, Change>> = {
  nothing: { made: [] },
  'a cell': { change: edit('s.csv', 'Les Lilas', 'Les Glycines'), made: ['a'] },
  'a logo': { change: edit('logo.svg', '#036', '#630'), made: ['b'] },
  'a brand': { change: edit('chartes/maison/brand.yaml', 'version: "1"', 'version: "2"'), made: ['c'] },
  'a printer': { change: edit('imprimeurs/atelier.yaml', 'title', 'safe: 6\ntitle'), made: ['d'] },
  'a photo': { change: work => appendFileSync(join(work, 'photo.jpg'), '\0'), made: ['e'] },
  'the project': { change: edit('signakit.yaml', 'textes: {}', 'textes: {}\n# relu'), made: ['a', 'b', 'c', 'd', 'e'] },
  'an option': { options: { marks: true }, made: ['a', 'b', 'c', 'd', 'e'] },
  'the language of the talk': { options: { lang: 'en' }, made: [] },
  // What is said of c and e names cells of their rows, which have moved: only they are told anew.
  'an inserted row': {
    change: work => sheet(work, { z: 'z;Le Nouveau;creche;33;Lormont;;;;;;plaque-200x150', ...ROWS }),
    made: ['z', 'c', 'e'],
  },
  'an output that is gone': { change: work => unlinkSync(join(work, 'sortie/b/b_plaque-200x150.svg')), made: ['b'] },
  'an output cut short': { change: work => truncateSync(join(work, 'sortie/c/c_plaque-200x150.svg'), 99), made: ['c'] },
  'a kit that is gone': { change: work => rmSync(join(work, 'sortie/d'), { recursive: true }), made: ['d'] },
}

/** Of these the files are compared with those of a run from nothing. */
const COMPARED = ['a logo', 'an inserted row', 'an output cut short']

describe('a run after a change', () => {
  beforeAll(async () => {
    mkdirSync(whole)
    project(whole)
    expect(await run(whole)).toMatchObject({ made: ['a', 'b', 'c', 'd', 'e'], complete: 5, fresh: 5 })
  }, 120_000)

  it.each(Object.entries(CHANGES))('of %s makes what it concerns', { timeout: 60_000 }, async (what, change) => {
    const work = finished()
    change.change?.(work)
    const { made, fresh, complete } = await run(work, change.options)
    expect([made, fresh]).toEqual([change.made, change.made.length])
    expect(complete).toBe(readFileSync(join(work, 's.csv'), 'utf8').trim().split('\n').length - 1)
    if (!COMPARED.includes(what)) return
    const left = treeOf(join(work, 'sortie'))
    rmSync(join(work, 'sortie'), { recursive: true })
    await run(work, change.options)
    expect(treeOf(join(work, 'sortie'))).toEqual(left)
  })

  it('makes only what failed, once it is mended in errors.csv and sent back in', { timeout: 60_000 }, async () => {
    const work = finished()
    sheet(work, {
      ...ROWS,
      a: ROWS.a?.replace('creche', '') ?? '',
      z: 'z;Le Nouveau;creche;;Lormont;;;;;;plaque-200x150',
    })
    await expect(run(work)).rejects.toThrow()
    const errors = readFileSync(join(work, 'sortie/errors.csv'), 'utf8')
    expect(errors.split('\r\n').map(line => line.split(';')[0])).toEqual(['\uFEFFid', 'a', 'z', ''])
    writeFileSync(
      join(work, 's.csv'),
      errors.replace('a;Les Lilas;;', 'a;Les Lilas;creche;').replace('creche;;', 'creche;33;'),
    )
    // Its row reads as it did: what was made of it before is right still, and so is what errors.csv does not speak of.
    expect(await run(work)).toMatchObject({ made: ['z'], complete: 6 })
  })
})
