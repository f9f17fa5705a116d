// What the tool is made of: its version, its code and the data it ships. Another tool may draw another kit.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { World } from '../model/world.ts'

/** The data that ships with the tool, and the code: the bundle's own hash when it was built, else nothing but the version. */
const SHIPPED = ['templates', 'assets'] as const
const BUILD = 'dist/build.sha256'

function* filesOf(folder: string, world: World): Generator<string> {
  for (const name of world.list(folder)) {
    const path = join(folder, name)
    if (world.kind(path) === 'folder') yield* filesOf(path, world)
    else yield path
  }
}

/** SHA-256 in hexadecimal, the same wherever the tool is installed. */
export function toolHash(world: World): string {
  const hash = createHash('sha256').update(`${world.version}\n${world.date.toISOString()}\n`)
  const root = world.own('.')
  const files = [world.own(BUILD), ...SHIPPED.flatMap(folder => [...filesOf(world.own(folder), world)])]
  for (const file of files) {
    const read = world.read(file)
    hash.update(`${file.slice(root.length)}\n`)
    if (read.ok) hash.update(read.bytes)
  }
  return hash.digest('hex')
}
