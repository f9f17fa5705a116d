// `signakit batch`: nothing changed beside a full run, and one job beside two. Left out until the command is there.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { batchFolder } from '../content.mjs'
import { inTurn, measure } from '../process.mjs'
import { CPU, comparison, figureOf, WALL } from '../table.mjs'

/** The general help answers for a verb that is not there: only its own speaks of jobs. */
export const hasBatch = root =>
  spawnSync(process.execPath, [join(root, 'bin/signakit.js'), 'batch', '--help'], { encoding: 'utf8' }).stdout.includes(
    '--jobs',
  )

const command = (root, kits, out, ...more) => [
  ...[process.execPath, join(root, 'bin/signakit.js'), 'batch', kits, '--format', 'pdf', '-o', out, '--quiet', ...more],
]

export function unchanged({ root, folder, content, rounds, kits }) {
  const out = join(folder, 'batch')
  const again = command(root, batchFolder(content, kits), out, '--jobs', '1')
  const run = ([name, ...line]) => {
    if (name === 'full') rmSync(out, { recursive: true, force: true })
    return measure(line)
  }
  const results = inTurn({ full: ['full', ...again], again: ['again', ...again] }, rounds, { run, warm: false })
  const titles = { full: 'tout est à faire', again: 'rien n’a changé' }
  return {
    section: comparison(results, 'again', titles, [WALL, CPU], 'rien n’a changé'),
    figures: { unchanged: figureOf(results, 'again', 'full') },
  }
}

export function jobs({ root, folder, content, rounds, kits }) {
  const out = join(folder, 'jobs')
  const line = count => command(root, batchFolder(content, kits), out, '--jobs', String(count))
  const run = one => {
    rmSync(out, { recursive: true, force: true })
    return measure(one, { cores: 'all' })
  }
  const results = inTurn({ one: line(1), two: line(2) }, rounds, { run, warm: false })
  return {
    section: comparison(results, 'two', { one: '`--jobs 1`', two: '`--jobs 2`' }, [WALL, CPU], '`--jobs 2`'),
    figures: { jobs: figureOf(results, 'two', 'one') },
  }
}
