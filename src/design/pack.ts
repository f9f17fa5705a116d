// A brand pack on disk: its folder, those it extends, the files they hold and the hash of them all.
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Diagnostic, type Outcome, type Place, text } from '../model/diagnostic.ts'
import { isStray } from '../model/stray.ts'
import type { World } from '../model/world.ts'
import { diagnostic, finding } from './finding.ts'

/** A folder of a pack and what its own brand.yaml says of its pictograms. */
export type PackFolder = { readonly folder: string; readonly pictograms: string }

const MAX_FILES = 5000
const MAX_BYTES = 64_000_000
const MAX_DEPTH = 12

/** Paths of a folder's files, relative with `/`, in the order of their code units. */
export function filesUnder(folder: string, world: World): readonly string[] {
  const found: string[] = []
  const visit = (path: string, depth: number): void => {
    if (depth > MAX_DEPTH || found.length > MAX_FILES) return
    for (const name of world.list(path === '' ? folder : join(folder, path))) {
      if (isStray(name)) continue
      const inner = path === '' ? name : `${path}/${name}`
      switch (world.kind(join(folder, inner))) {
        case 'file':
          found.push(inner)
          break
        case 'folder':
          visit(inner, depth + 1)
          break
        case 'none':
          break
      }
    }
  }
  visit('', 0)
  return found.sort((a, b) => (a < b ? -1 : 1))
}

/** Hash of every file of a pack and of those it extends: same pack, same hash, wherever it lies. */
export function hashPack(folders: readonly string[], at: Place | undefined, world: World): Outcome<string> {
  const hash = createHash('sha256')
  const diagnostics: Diagnostic[] = []
  for (const folder of folders) {
    const files = filesUnder(folder, world)
    if (files.length > MAX_FILES) {
      const message = text(
        `la charte contient plus de ${MAX_FILES} fichiers`,
        `the brand holds more than ${MAX_FILES} files`,
      )
      return finding('brand-file', at, message)
    }
    for (const name of files) {
      const read = world.read(join(folder, name), { root: folder, maxBytes: MAX_BYTES })
      if (read.ok) hash.update(`${name}\0${read.bytes.length}\0`).update(read.bytes)
      else diagnostics.push(unreadable(name, at))
    }
  }
  return { value: hash.digest('hex'), diagnostics }
}

const unreadable = (name: string, at: Place | undefined): Diagnostic =>
  diagnostic(
    'brand-file',
    at,
    text(`fichier illisible dans la charte : ${name}`, `unreadable file in the brand: ${name}`),
  )

/** A file of a pack: the nearest pack that holds it wins. `own:` names one of ours. */
export function packFile(
  path: string,
  folders: readonly string[],
  world: World,
): { path: string; root: string } | undefined {
  if (path.startsWith('own:')) {
    const own = world.own(path.slice('own:'.length))
    return world.kind(own) === 'file' ? { path: own, root: dirname(own) } : undefined
  }
  const folder = folders.find(base => world.kind(join(base, path)) === 'file')
  return folder === undefined ? undefined : { path: join(folder, path), root: folder }
}

/** Every pictogram of the packs by key, the nearest pack first. */
export function pictogramsOf(packs: readonly PackFolder[], world: World): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const { folder, pictograms } of packs) {
    const base = pictograms.startsWith('own:') ? world.own(pictograms.slice('own:'.length)) : join(folder, pictograms)
    for (const name of world.list(base)) {
      const key = /^([a-z0-9-]+)\.svg$/.exec(name)?.[1]
      if (key !== undefined && !found.has(key)) found.set(key, join(base, name))
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}
