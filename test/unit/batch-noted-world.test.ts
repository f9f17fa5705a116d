// What is noted of the user's files while a kit is made, and whether a later World still answers it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { noteReads, readsChecker } from '../../src/batch/noted-world.ts'
import { openWorld } from '../../src/host/world.ts'

const root = mkdtempSync(join(tmpdir(), 'signakit-noted-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string): string => join(root, name)

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(at('logos'), { recursive: true })
  for (const name of ['a.svg', 'b.svg']) writeFileSync(at(`logos/${name}`), name)
})

it('notes each way of asking once, by path from the root, and none of the tool’s own files', () => {
  const { world, begin, reads } = noteReads(openWorld())
  begin()
  for (const _ of [1, 2]) world.read(at('logos/a.svg'))
  world.read(at('absent.svg'))
  world.list(at('logos'))
  world.kind(at('logos'))
  world.kind(at('signakit.yaml'))
  world.read(world.own('templates/printers/standard.yaml'))
  const { read, list, kind } = reads(root)
  expect(Object.keys(read)).toEqual(['absent.svg', 'logos/a.svg'])
  expect(read['absent.svg']).toBe('missing')
  expect([Object.keys(list), kind]).toEqual([['logos'], { logos: 'folder' }])
  begin()
  expect(reads(root)).toEqual({ read: {}, list: {}, kind: {} })
})

it('does not take for the tool’s own what stands beside it under a longer name', () => {
  mkdirSync(at('assets-33'))
  mkdirSync(at('assets'))
  for (const folder of ['assets', 'assets-33']) writeFileSync(at(`${folder}/a.svg`), 'a')
  const { world, begin, reads } = noteReads({ ...openWorld(), own: path => at(path) })
  begin()
  for (const folder of ['assets', 'assets-33']) world.read(at(`${folder}/a.svg`))
  expect(Object.keys(reads(root).read)).toEqual(['assets-33/a.svg'])
})

it('notes again, for each kit, what is remembered for all of them', () => {
  const { world, begin, reads } = noteReads(openWorld())
  const maker = {}
  const inner = {}
  const brand = (): string =>
    world.once(maker, 'brand', () => {
      world.read(at('logos/a.svg'))
      return world.once(inner, 'logo', () => {
        world.read(at('logos/b.svg'))
        return 'made'
      })
    })
  const noted = [1, 2, 3].map(() => {
    begin()
    expect(brand()).toBe('made')
    return reads(root)
  })
  expect(Object.keys(noted[0]?.read ?? {})).toEqual(['logos/a.svg', 'logos/b.svg'])
  expect(noted[1]).toEqual(noted[0])
  expect(noted[2]).toEqual(noted[0])
})

it.each([
  ['nothing', () => {}, true],
  ['a file beside', () => writeFileSync(at('other.txt'), ''), true],
  ['the content of a file', () => writeFileSync(at('logos/a.svg'), 'A.svg'), false],
  ['a file that is gone', () => rmSync(at('logos/a.svg')), false],
  ['a file that was missing', () => writeFileSync(at('absent.svg'), ''), false],
  ['a name in a folder', () => writeFileSync(at('logos/c.svg'), ''), false],
  ['what a file manager left', () => writeFileSync(at('logos/.DS_Store'), ''), true],
])('%s that changes is seen', (_, change, isSame) => {
  const { world, begin, reads } = noteReads(openWorld())
  begin()
  world.read(at('logos/a.svg'))
  world.read(at('absent.svg'))
  world.list(at('logos'))
  const noted = reads(root)
  change()
  expect(readsChecker(openWorld())(noted, root)).toBe(isSame)
})
