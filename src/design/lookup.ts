// Where a brand or a printer named by a user may be: the project's own folder, a path, then what we ship.
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { foldId } from '../input/fold-id.ts'
import type { Span } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'

/** A name as someone wrote it. */
export type Reference = {
  readonly written: string
  readonly at?: Span
  /** Folder that a relative path starts from. */
  readonly folder: string
  /** Folder no path may leave; undefined for a path typed on the command line. */
  readonly root?: string
  /** The project's root, where `chartes/` and `imprimeurs/` are. */
  readonly project: string
}

export const inside = (path: string, root: string): boolean => {
  const way = relative(root, path)
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
}

const isPath = (written: string): boolean =>
  /[\\/]/.test(written) || /\.ya?ml$/i.test(written) || written === '.' || written === '..'

/** Candidates in order, none of them read yet. `folders` are those of the project and of ours, `name` makes an entry of an id. */
export function candidates(
  reference: Reference,
  folders: readonly string[],
  name: (id: string) => string,
): readonly string[] {
  const { written, folder, root } = reference
  if (isPath(written)) {
    const path = resolve(folder, written)
    return root === undefined || inside(path, root) ? [path] : []
  }
  const ids = [...new Set([written, foldId(written)])].filter(id => id !== '' && !id.startsWith('.'))
  return folders.flatMap(base => ids.map(id => join(base, name(id))))
}

/** Ids of a folder's entries, for lists and near misses. */
export const idsIn = (folder: string, world: World, kind: 'file' | 'folder'): readonly string[] =>
  world
    .list(folder)
    .filter(name => !name.startsWith('.') && world.kind(join(folder, name)) === kind)
    .filter(name => kind === 'folder' || name.endsWith('.yaml'))
    .map(name => (kind === 'folder' ? name : name.slice(0, -'.yaml'.length)))
