// Prepares what the measures draw: kits as YAML files for us, and the same kits as display lists for peers.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { displayOf } from './display.mjs'
import { kitYaml } from './kits.mjs'

async function displays(api, world, file) {
  const { value } = api.readKit(file, undefined, api.PLAIN, world)
  if (!value) throw new Error(`${file} does not read`)
  const { pieces, design } = await api.prepare(value, api.PLAIN, world)
  const refused = pieces.filter(({ sound }) => !sound)
  if (refused.length > 0 || pieces.length === 0) throw new Error(`a piece of ${file} is refused`)
  return { fonts: design.brand.fonts, pages: pieces.map(({ piece }) => displayOf(piece)) }
}

/** Writes `count` kits in `folder`; returns the YAML files, and the content for peers: of all kits, and of the first. */
export async function writeContent(api, folder, count) {
  const world = api.openWorld({})
  const files = []
  const kits = []
  let fonts = {}
  mkdirSync(join(folder, 'kits'), { recursive: true })
  for (let index = 0; index < count; index += 1) {
    const file = join(folder, 'kits', `${index}.yaml`)
    writeFileSync(file, kitYaml(index))
    const kit = await displays(api, world, file)
    fonts = kit.fonts
    files.push(file)
    kits.push({ file, pages: kit.pages })
  }
  const all = join(folder, 'all.json')
  const one = join(folder, 'one.json')
  writeFileSync(all, JSON.stringify({ fonts, kits }))
  writeFileSync(one, JSON.stringify({ fonts, kits: kits.slice(0, 1) }))
  return { files, all, one }
}
