// The benchmark, by one command: `npm run bench -- [measure…] [--rounds n] [--kits n] [--write]`.
// Everything that is compared runs in turn, on one core, in the same minutes; ratios are taken pair by pair.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApi, root } from './build-api.mjs'
import { writeContent } from './content.mjs'
import { measures } from './measures.mjs'
import { publish } from './publish.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    kits: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const kits = Number(values.kits)
const folder = mkdtempSync(join(tmpdir(), 'signakit-bench-'))
try {
  await buildApi()
  const content = await writeContent(await import('../dist/bench/api.js'), folder, kits)
  const chosen = positionals.length > 0 ? positionals : Object.keys(measures)
  for (const name of chosen) {
    if (!measures[name]) throw new Error(`no measure « ${name} »: ${Object.keys(measures).join(', ')}`)
    const section = await measures[name].run({ root, folder, content, rounds, kits })
    console.log(`\n## ${measures[name].title}\n\n${section}`)
    if (values.write) publish(root, name, section)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
