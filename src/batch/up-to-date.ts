// Whether what a former run left of a kit is still right: the same key, the same files read, the files written all there.
import { join } from 'node:path'
import { linkFailure } from '../host/atomic.ts'
import { sizeOf } from '../host/disk.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import type { Span } from '../model/diagnostic.ts'
import type { Manifest } from '../model/manifest.ts'
import type { World } from '../model/world.ts'
import { readsChecker } from './noted-world.ts'
import { namedOf, type Stamped, stampedOf } from './read-back.ts'

const MAX_BYTES = 4 * 1024 * 1024

function manifestText(folder: string, world: World): string | undefined {
  const read = world.read(join(folder, 'manifest.json'), { maxBytes: MAX_BYTES })
  return read.ok ? new TextDecoder().decode(read.bytes) : undefined
}

/** The manifest of a kit that a batch has finished; undefined for anything else. */
export function stampedManifest(folder: string, kit: string, world: World): Stamped | undefined {
  const manifest = stampedOf(manifestText(folder, world) ?? '')
  return manifest?.kit === kit ? manifest : undefined
}

/** What the manifest of a kit names, even one that is not finished; see `namedOf`. */
export const namedFiles = (folder: string, kit: string, world: World): ReadonlySet<string> | undefined =>
  namedOf(manifestText(folder, world) ?? '', kit)

const rowOf = (at: Span | undefined): string | undefined => (at && 'cell' in at ? /\d+/.exec(at.cell)?.[0] : undefined)

/** Findings that name cells of another row than the entry's: the row has moved, and they would mislead. */
function hasMoved({ diagnostics, pieces }: Manifest, origin: Span): boolean {
  const row = rowOf(origin)
  const rows = [...diagnostics, ...pieces.flatMap(piece => piece.diagnostics)].map(({ at }) => rowOf(at))
  return row !== undefined && rows.some(each => each !== undefined && each !== row)
}

export type Wanted = { readonly kit: string; readonly key: string; readonly root: string; readonly origin: Span }

/** A function that gives the manifest of a kit that need not be made again. What it learns of files holds for the run. */
export function upToDateIn(out: string, world: World): (wanted: Wanted) => Stamped | undefined {
  const stillSame = readsChecker(world)
  return ({ kit, key, root, origin }) => {
    const folder = join(out, kit)
    if (linkFailure(folder)) return undefined
    const manifest = stampedManifest(folder, kit, world)
    if (!manifest || manifest.stamp.key !== key || hasMoved(manifest, origin)) return undefined
    const isThere = manifest.pieces.every(({ files }) =>
      files.every(({ path, bytes }) => sizeOf(join(folder, path)) === bytes),
    )
    if (!isThere || !stillSame(manifest.stamp.reads, root)) return undefined
    removeLeftovers(folder)
    return manifest
  }
}
