// The most memory that one process took after 1, 100, 1 000… kits.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { measure } from '../process.mjs'
import { firstKits, roster, titles } from '../roster.mjs'
import { number, table } from '../table.mjs'

const NAMES = ['signakit', 'typst']
/** Ours is promised up to ten thousand; a peer's growth is plain long before, and its display lists weigh. */
const MOST_OF_PEERS = 1000

export function memory({ folder, content, counts }) {
  const peak = (name, count) => {
    if (name !== 'signakit' && count > MOST_OF_PEERS) return undefined
    const out = join(folder, 'memory')
    const { stdout } = measure(roster[name].command(firstKits(content, count), out, '0', 'pdf', 'drop'))
    rmSync(out, { recursive: true })
    return JSON.parse(stdout).peak
  }
  const peaks = Object.fromEntries(NAMES.map(name => [name, counts.map(count => peak(name, count))]))
  const rows = NAMES.map(name => [
    titles[name],
    ...peaks[name].map(value => (value === undefined ? '–' : number(value))),
  ])
  const [at, last] = [counts.indexOf(1000), counts.length - 1]
  const from = counts.indexOf(100)
  const one = value => ({ median: value, min: value, max: value })
  return {
    section: table(['Mio', ...counts.map(count => `${count} kits`)], rows),
    figures: {
      ...(at >= 0 && { memory: one(peaks.signakit[at]) }),
      ...(from >= 0 && last > from && { growth: one(peaks.signakit[last] - peaks.signakit[from]) }),
    },
  }
}
