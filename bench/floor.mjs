// The floor: merely writing the same bytes under the same names. node floor.mjs <folder that we wrote> <folder> <kits>
// A few kits are read first and written over and over, so that neither reading nor memory counts.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from, out, kits] = process.argv.slice(2)
const SAMPLES = 20

const samples = readdirSync(from)
  .slice(0, SAMPLES)
  .map(kit => readdirSync(join(from, kit)).map(name => [name, readFileSync(join(from, kit, name))]))
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const began = performance.now()
for (let index = 0; index < Number(kits); index += 1) {
  const folder = join(out, String(index))
  mkdirSync(folder)
  for (const [name, bytes] of samples[index % samples.length]) writeFileSync(join(folder, name), bytes)
}
process.stdout.write(JSON.stringify({ all: performance.now() - began }))
