// Many kits in one process, by us or by a peer: node loop.mjs <engine> <content.json> <folder> [warm-up] [formats] [keep|drop]
// Prints the milliseconds of each kit after the warm-up, of all of them, and the peak memory of the process.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { kitPages } from './kit-pages.mjs'

const [engine, path, out, warmUp = '0', formats = 'pdf', after = 'keep'] = process.argv.slice(2)
/** Read by whoever draws it, so that the display lists of peers do not weigh on us. */
const content = () => JSON.parse(readFileSync(path, 'utf8'))

/** From the YAML file to files checked and named: everything that the command line does but talk. */
async function signakit() {
  const { openWorld, PLAIN, prepare, readKit, write } = createRequire(import.meta.url)('../dist/bench/api.cjs')
  const world = openWorld({})
  const small = engine === 'signakit-small'
  const options = { ...PLAIN, formats: formats.split(','), ...(small && { smallProfile: true }) }
  const draw = async file => {
    const { value } = readKit(file, undefined, options, world)
    const { status, broken } = await write(await prepare(value, options, world), out, options, world)
    if (status !== 'complete' || broken) throw new Error(`${file} is ${status}`)
  }
  return { draw, jobs: content().files }
}

async function peer() {
  const { open } = await import(`./peers/${engine}.mjs`)
  const own = content()
  const { draw, close } = await open(own)
  const drawIn = async (pages, index) => {
    mkdirSync(`${out}/${index}`)
    await draw(pages, `${out}/${index}`)
  }
  return { draw: drawIn, close, jobs: kitPages(own) }
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { draw, close, jobs } = await (engine.startsWith('signakit') ? signakit() : peer())
/** Ten thousand kits with their profile would fill the disk: those that are only counted go. */
const DROP_EVERY = 50
const times = []
const began = performance.now()
for (const job of jobs) {
  const start = performance.now()
  await draw(job, times.length)
  times.push(performance.now() - start)
  if (after === 'drop' && times.length % DROP_EVERY === 0)
    for (const kit of readdirSync(out)) rmSync(`${out}/${kit}`, { recursive: true })
}
const all = performance.now() - began
await close?.()
process.stdout.write(
  JSON.stringify({
    first: times[0],
    all,
    times: times.slice(Number(warmUp)),
    peak: process.resourceUsage().maxRSS / 1024,
  }),
)
