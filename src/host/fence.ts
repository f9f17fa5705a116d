// The folders that a process may touch when it works for another machine, and where that machine's folders are here.
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { World } from '../model/world.ts'
import { errnoOf } from './errno.ts'

export type PathMap = {
  /** As the other machine names it; absolute. */
  readonly from: string
  /** As this machine does; absolute. */
  readonly to: string
}

export type Fence = {
  /** Absolute. */
  readonly roots: readonly string[]
  readonly maps: readonly PathMap[]
}

export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** A path of the other machine, here; the longest name that fits wins. */
export function mapPath(path: string, maps: readonly PathMap[]): string {
  const [best] = maps.filter(({ from }) => isBelow(path, from)).sort((a, b) => b.from.length - a.from.length)
  return best ? join(best.to, relative(best.from, path)) : path
}

/** The real path of the nearest part that exists, then the rest: links cannot lead out. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const code = errnoOf(error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return sep
    const parent = dirname(path)
    return parent === path ? path : join(realOf(parent), relative(parent, path))
  }
}

/** Whether a path of this machine is in one of the roots, links resolved. */
export function isFenced(path: string, { roots }: Fence): boolean {
  if (path.includes('\0')) return false
  const real = realOf(resolve(path))
  return roots.some(root => isBelow(real, realOf(root)))
}

/** A World that sees the roots and the tool's own files, and answers to the names of the other machine. */
export function fenceWorld(world: World, fence: Fence): World {
  const own = realOf(world.own('.'))
  const here = (path: string): string => mapPath(resolve(path), fence.maps)
  const mayTouch = (path: string): boolean => isFenced(path, fence) || isBelow(realOf(path), own)
  return {
    ...world,
    read: (path, options) =>
      mayTouch(here(path)) ? world.read(here(path), rooted(options)) : { ok: false, reason: 'outside' },
    open: (path, options) =>
      mayTouch(here(path)) ? world.open(here(path), rooted(options)) : { ok: false, reason: 'outside' },
    list: folder => (mayTouch(here(folder)) ? world.list(here(folder)) : []),
    kind: path => (mayTouch(here(path)) ? world.kind(here(path)) : 'none'),
  }

  function rooted<O extends { readonly root?: string }>(options: O | undefined): O | undefined {
    return options?.root === undefined ? options : { ...options, root: here(options.root) }
  }
}
