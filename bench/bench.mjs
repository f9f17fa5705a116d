// The benchmark, by one command: `npm run bench -- [measure…] [--quick] [--kits n] [--rounds n] [--write]`.
// Everything that is compared runs in turn, on one core, in the same minutes; ratios are taken pair by pair.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApi, root } from './build-api.mjs'
import { claimsTable, isClaimed } from './claims.mjs'
import { writeContent } from './content.mjs'
import { LEAST_FOR_FORMATS } from './measures/formats.mjs'
import { measures } from './measures/measures.mjs'
import { publish } from './publish.mjs'
import { number } from './table.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    kits: { type: 'string' },
    'peer-kits': { type: 'string' },
    'peer-rounds': { type: 'string' },
    memory: { type: 'string' },
    rows: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const count = (name, full, quick) => Number(values[name] ?? (values.quick ? quick : full))
const kits = count('kits', 1000, 20)
const sizes = {
  kits,
  rounds: count('rounds', 5, 3),
  peerKits: count('peer-kits', 100, 5),
  peerRounds: count('peer-rounds', 3, 1),
  rows: count('rows', 100_000, 2000),
  counts: (values.memory ?? (values.quick ? '1,20' : '1,100,1000,10000')).split(',').map(Number),
}
const chosen = positionals.length > 0 ? positionals : Object.keys(measures)
const unknown = chosen.find(name => !Object.hasOwn(measures, name))
if (unknown) throw new Error(`no measure « ${unknown} »: ${Object.keys(measures).join(', ')}`)

/** In memory where the system has it: the disk is measured apart, and waits for its neighbours. */
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'signakit-bench-'))
const disk = mkdtempSync(join(tmpdir(), 'signakit-bench-'))
const RESULTS = join(import.meta.dirname, 'results.json')

/** The last figure of each claim, with how many kits and what load it comes from. */
function keep(figures, used, load) {
  const known = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {}
  for (const [id, figure] of Object.entries(figures)) known[id] = { ...figure, kits: used, load }
  const claimed = Object.entries(known).filter(([id]) => isClaimed(id))
  const sorted = Object.fromEntries(claimed.sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(
    RESULTS,
    `${JSON.stringify(sorted, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value), 2)}\n`,
  )
  return sorted
}

const usedBy = { peers: sizes.peerKits, memory: Math.max(...sizes.counts) }

try {
  await buildApi()
  const api = await import('../dist/bench/api.cjs')
  const most = Math.max(
    kits,
    sizes.peerKits,
    chosen.includes('formats') ? LEAST_FOR_FORMATS : 0,
    ...(chosen.includes('memory') ? sizes.counts : []),
  )
  const content = await writeContent(api, folder, most)
  const photos = await writeContent(api, folder, kits, { photo: true })
  const context = { root, folder, disk, content, photo: () => photos, ...sizes }
  for (const name of chosen) {
    const { title, run, when } = measures[name]
    if (when && !when(root)) {
      console.log(`\n## ${title}\n\nleft out: the command is not there yet`)
      continue
    }
    const before = loadavg()[0]
    const { section, figures } = await run(context)
    const load = (before + loadavg()[0]) / 2
    const note = `_Charge de la machine pendant la mesure : ${number(load, 1)} pour deux cœurs._`
    console.log(`\n## ${title}\n\n${section}\n\n${note}`)
    if (!values.write) continue
    publish(root, name, `${section}\n\n${note}`)
    publish(root, 'claims', claimsTable(keep(figures, usedBy[name] ?? kits, load)))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(disk, { recursive: true, force: true })
}
