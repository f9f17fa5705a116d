// Many kits in one process, by us or by a peer: node loop.mjs <engine> <content.json> <folder> <warm-up> [formats]
// Prints the milliseconds of each kit after the warm-up, and the peak memory of the process.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const [engine, content, out, warmUp, formats = 'pdf'] = process.argv.slice(2)
const { fonts, kits } = JSON.parse(readFileSync(content, 'utf8'))

/** From the YAML file to files checked and named: everything that the command line does but talk. */
async function signakit() {
  const { openWorld, PLAIN, prepare, readKit, write } = await import('../dist/bench/api.js')
  const world = openWorld({})
  const options = { ...PLAIN, formats: formats.split(',') }
  return async ({ file }) => {
    const { value } = readKit(file, undefined, options, world)
    const { status, broken } = await write(await prepare(value, options, world), out, options, world)
    if (status !== 'complete' || broken) throw new Error(`${file} is ${status}`)
  }
}

async function peer() {
  const { open } = await import(`./peers/${engine}.mjs`)
  const draw = open(fonts)
  return async ({ pages }, index) => {
    mkdirSync(`${out}/${index}`)
    await draw(pages, `${out}/${index}`)
  }
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const draw = engine === 'signakit' ? await signakit() : await peer()
const times = []
for (const [index, kit] of kits.entries()) {
  const start = performance.now()
  await draw(kit, index)
  times.push(performance.now() - start)
}
const counted = times.slice(Number(warmUp))
process.stdout.write(JSON.stringify({ first: times[0], times: counted, peak: process.resourceUsage().maxRSS / 1024 }))
