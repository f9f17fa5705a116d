// Whether what a former run left of a kit is still right: the same key, the same files read, the files written all there.
import { join } from 'node:path'
import { z } from 'zod'
import { sizeOf } from '../host/disk.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import type { Span } from '../model/diagnostic.ts'
import type { Manifest } from '../model/manifest.ts'
import type { World } from '../model/world.ts'
import { readsChecker } from './noted-world.ts'

const answers = z.record(z.string(), z.string())

const stampedSchema = z.looseObject({
  schema: z.literal(1),
  kit: z.string(),
  structure: z.looseObject({ nom: z.string() }),
  pieces: z.array(
    z.looseObject({ files: z.array(z.looseObject({ path: z.string().regex(/^[^/\\]+$/), bytes: z.number() })) }),
  ),
  diagnostics: z.array(z.looseObject({ rule: z.string() })),
  stamp: z.object({ key: z.string(), reads: z.object({ read: answers, list: answers, kind: answers }) }),
})

type Stamped = Manifest & Required<Pick<Manifest, 'stamp'>>

const MAX_BYTES = 4 * 1024 * 1024

function stampedManifest(folder: string, kit: string, world: World): Stamped | undefined {
  const read = world.read(join(folder, 'manifest.json'), { maxBytes: MAX_BYTES })
  if (!read.ok) return undefined
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(read.bytes))
    // What passed the schema was written by us: the other keys are as we wrote them.
    return stampedSchema.safeParse(data).success && Object(data).kit === kit ? (data as Stamped) : undefined
  } catch {
    return undefined
  }
}

const rowOf = (at: Span | undefined): string | undefined => (at && 'cell' in at ? /\d+/.exec(at.cell)?.[0] : undefined)

/** Findings that name cells of another row than the entry's: the row has moved, and they would mislead. */
function hasMoved({ diagnostics, pieces }: Manifest, origin: Span): boolean {
  const row = rowOf(origin)
  const rows = [...diagnostics, ...pieces.flatMap(piece => piece.diagnostics)].map(({ at }) => rowOf(at))
  return row !== undefined && rows.some(each => each !== undefined && each !== row)
}

export type Wanted = { readonly kit: string; readonly key: string; readonly root: string; readonly origin: Span }

/** A function that gives the manifest of a kit that need not be made again. What it learns of files holds for the run. */
export function upToDateIn(out: string, world: World): (wanted: Wanted) => Manifest | undefined {
  const stillSame = readsChecker(world)
  return ({ kit, key, root, origin }) => {
    const folder = join(out, kit)
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
