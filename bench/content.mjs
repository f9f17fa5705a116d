// Prepares what the measures draw: kits as YAML files for us, and the same kits as display lists for peers.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

const LOGO = fileURLToPath(new URL('logo.svg', import.meta.url))
const PHOTO = fileURLToPath(new URL('../examples/photos/jardin.jpg', import.meta.url))

/** Beyond these, peers draw the same again under other names: a display list weighs a hundred kilobytes. */
const MOST_DISPLAYS = 100

/**
 * Writes `count` kits in `folder`; returns the YAML files, and the content for everybody: of all kits, and of the first.
 * `photo`: their posters show one.
 */
export async function writeContent(api, folder, count, { photo = false } = {}) {
  const world = api.openWorld({})
  const files = []
  const pages = []
  let fonts = {}
  const place = join(folder, photo ? 'kits-photo' : 'kits')
  mkdirSync(place, { recursive: true })
  copyFileSync(LOGO, join(place, 'logo.svg'))
  copyFileSync(PHOTO, join(place, 'photo.jpg'))
  for (let index = 0; index < count; index += 1) {
    const file = join(place, `${index}.yaml`)
    writeFileSync(file, kitYaml(index, photo ? 'photo.jpg' : undefined))
    files.push(file)
    if (index >= MOST_DISPLAYS) continue
    const kit = await displays(api, world, file)
    fonts = kit.fonts
    pages.push(kit.pages)
  }
  const content = { fonts, photo: PHOTO, files, pages }
  const all = join(place, 'all.json')
  const one = join(place, 'one.json')
  writeFileSync(all, JSON.stringify(content))
  writeFileSync(one, JSON.stringify({ ...content, files: files.slice(0, 1), pages: pages.slice(0, 1) }))
  return { place, files, all, one }
}

/** A folder of the first `count` kits, as a batch reads one. */
export function batchFolder({ files, place }, count) {
  const folder = join(place, `batch-${count}`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(LOGO, join(folder, 'logo.svg'))
  for (const file of files.slice(0, count)) copyFileSync(file, join(folder, basename(file)))
  return folder
}
