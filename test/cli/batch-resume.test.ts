// What a run takes over from the one before: only what is the same kit, and all that the one before was asked.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { base, batch, folder, isMade, row, rows, sheet, start, treeOf, until } from './batch-tool.ts'

afterAll(() => rmSync(base, { recursive: true, force: true }))

const read = (work: string, path: string): string => readFileSync(join(work, path), 'utf8')

/** Runs until a kit is made, then asks to stop. */
async function interrupted(work: string, args: readonly string[], kit: string): Promise<string> {
  const run = start(work, args)
  await until(isMade(work, kit))
  run.child.kill('SIGINT')
  const { status, said } = await run.ended
  expect(status, said).toBe(130)
  return said
}

describe.skipIf(process.platform !== 'linux')('a run after another', { timeout: 120_000 }, () => {
  it('does not take the kit of one folder of a project for that of another', async () => {
    const work = folder('years')
    writeFileSync(join(work, 'signakit.yaml'), 'textes: {}\n')
    for (const year of ['2025', '2026']) {
      mkdirSync(join(work, year))
      const structure = `{ id: lilas, nom: Les Lilas ${year}, type: creche, caf: "33", adresse: { commune: Pessac } }`
      const kit = `structure: ${structure}\nkit: { pieces: [{ produit: plaque-200x150 }] }\n`
      writeFileSync(join(work, year, 'lilas.yaml'), kit)
    }
    for (const year of ['2025', '2026', '2026']) {
      const { status, said } = await batch(work, [year, '--jobs', '1'])
      expect(status, said).toBe(0)
      expect(read(work, 'sortie/batch.csv')).toContain(`Les Lilas ${year}`)
      const made = treeOf(join(work, 'sortie/lilas'))
      await batch(work, [year, '--jobs', '1', '--out', `apart-${year}`])
      expect(made).toEqual(treeOf(join(work, `apart-${year}/lilas`)))
    }
  })

  it('of the failed ones alone, goes on after it was stopped', async () => {
    const work = folder('failed')
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const lines = ids.map(id => row('', '', `Commune ${id}`))
    sheet(work, lines)
    expect((await batch(work)).status).toBe(1)
    sheet(
      work,
      ids.map(id => row('', `Crèche ${id}`, `Commune ${id}`)),
    )
    await interrupted(work, ['s.csv', '--last-failed', '--jobs', '1'], 'creche-a-commune-a')
    const { status, said } = await batch(work, ['--resume'])
    expect(status, said).toBe(0)
    expect(ids.filter(id => !existsSync(join(work, `sortie/creche-${id}-commune-${id}`)))).toEqual([])
    expect(read(work, 'sortie/errors.csv').trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(read(work, 'sortie/run.end.json'))).toMatchObject({ status: 'finished' })
  })

  it('is told its shard, and keeps what it was asked of kits', async () => {
    const work = folder('part')
    sheet(work, rows('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))
    const args = ['s.csv', '--jobs', '1', '--shard', '1/2', '--force', '--kit-timeout=300', '--kit-memory', '1500']
    const said = await interrupted(work, args, 'a')
    const [, typed = ''] = /signakit batch (--resume .*)/.exec(said) ?? []
    expect(typed).toMatch(/--shard 1\/2$/)
    // Files of someone else where kits go: only --force, which the first run was told, writes over them.
    mkdirSync(join(work, 'sortie/g'))
    writeFileSync(join(work, 'sortie/g/g_plaque-200x150.svg'), 'of someone else')
    const again = await batch(work, [...typed.split(' '), '--jobs', '1'])
    expect(again.status, again.said).toBe(0)
    expect(read(work, 'sortie/g/g_plaque-200x150.svg')).toContain('<svg')
    // Stopped again, it would go on in the same way.
    const { options } = JSON.parse(read(work, 'sortie/run.start.1-of-2.json')).command
    expect(options).toEqual(['--force', '--kit-timeout=300', '--kit-memory', '1500'])
  })
})
