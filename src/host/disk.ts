// Reads files of people's disks: within a size, within a folder, and never anything that is not a file.
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { Read, ReadFailure } from '../model/world.ts'
import { errnoOf } from './errno.ts'

/** Room for a large photo; nothing a kit names is larger. */
const MAX_BYTES = 256 * 1024 * 1024

const REASONS: Readonly<Record<string, ReadFailure>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EISDIR: 'directory',
}

/** A name with a NUL or too long, a loop of links, a disk that fails: all that reading may meet and is not our bug. */
function failure(error: unknown): Read {
  const code = errnoOf(error)
  if (code === undefined) throw error
  return { ok: false, reason: REASONS[code] ?? 'unreadable' }
}

/** Whether a real path is the folder or below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The file is opened once and measured open, so that it cannot be changed for another in between. */
function readOpen(path: string, maxBytes: number): Read {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size > maxBytes) return { ok: false, reason: 'too-large' }
    const bytes = readFileSync(handle)
    return bytes.length > maxBytes ? { ok: false, reason: 'too-large' } : { ok: true, bytes: new Uint8Array(bytes) }
  } finally {
    closeSync(handle)
  }
}

export function readFile(
  path: string,
  { root, maxBytes = MAX_BYTES }: { root?: string; maxBytes?: number } = {},
): Read {
  try {
    const real = realpathSync(path)
    if (root !== undefined && !isWithin(real, realpathSync(root))) return { ok: false, reason: 'outside' }
    const found = statSync(real)
    if (found.isDirectory()) return { ok: false, reason: 'directory' }
    // A pipe or a device could keep us waiting for ever.
    if (!found.isFile()) return { ok: false, reason: 'unreadable' }
    return readOpen(real, maxBytes)
  } catch (error) {
    return failure(error)
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(byCodeUnit)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return []
  }
}

export function kindOf(path: string): 'file' | 'folder' | 'none' {
  try {
    const found = statSync(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'none'
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return 'none'
  }
}
