// Reads files of people's disks: within a size, within a folder, and never anything that is not a file.
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { Opened, OpenFile, Read, ReadFailure } from '../model/world.ts'
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

type Failure = { readonly ok: false; readonly reason: ReadFailure }

type Limits = { readonly root?: string; readonly maxBytes?: number }

const refused = (reason: ReadFailure): Failure => ({ ok: false, reason })

/** A name with a NUL or too long, a loop of links, a disk that fails: all that reading may meet and is not our bug. */
function failure(error: unknown): Failure {
  const code = errnoOf(error)
  if (code === undefined) throw error
  return refused(REASONS[code] ?? 'unreadable')
}

/** Whether a real path is the folder or below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The real path of a file that may be opened, or why it may not. */
function permitted(path: string, root: string | undefined): { readonly ok: true; readonly real: string } | Failure {
  // The system's own: Node's asks about each folder of the path, one call each.
  const real = realpathSync.native(path)
  if (root !== undefined && !isWithin(real, realpathSync.native(root))) return refused('outside')
  const found = statSync(real)
  if (found.isDirectory()) return refused('directory')
  // A pipe or a device could keep us waiting for ever.
  return found.isFile() ? { ok: true, real } : refused('unreadable')
}

/** Bytes that share their memory with nobody: copied when Node cut them out of a larger block, as it does for small files. */
const alone = ({ buffer, byteOffset, length }: Buffer): Uint8Array =>
  buffer.byteLength === length ? new Uint8Array(buffer) : new Uint8Array(buffer.slice(byteOffset, byteOffset + length))

/** The file is opened once and measured open, so that it cannot be changed for another in between. */
function readOpen(path: string, maxBytes: number): Read {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size > maxBytes) return refused('too-large')
    const bytes = readFileSync(handle)
    return bytes.length > maxBytes ? refused('too-large') : { ok: true, bytes: alone(bytes) }
  } finally {
    closeSync(handle)
  }
}

export function readFile(path: string, { root, maxBytes = MAX_BYTES }: Limits = {}): Read {
  try {
    const allowed = permitted(path, root)
    return allowed.ok ? readOpen(allowed.real, maxBytes) : allowed
  } catch (error) {
    return failure(error)
  }
}

/** A read may give less than was asked before the end of the file (a network disk): it is asked again. */
function readPart(handle: number, offset: number, length: number): Read {
  const bytes = new Uint8Array(length)
  let filled = 0
  try {
    while (filled < length) {
      const count = readSync(handle, bytes, filled, length - filled, offset + filled)
      if (count === 0) break
      filled += count
    }
    return { ok: true, bytes: bytes.subarray(0, filled) }
  } catch (error) {
    return failure(error)
  }
}

function held(handle: number): OpenFile {
  const { size, mtimeMs, ino } = fstatSync(handle)
  return {
    size,
    stamp: `${ino} ${size} ${mtimeMs}`,
    read: (offset, length) => readPart(handle, offset, length),
    close: () => closeSync(handle),
  }
}

export function openFile(path: string, { root, maxBytes = MAX_BYTES }: Limits = {}): Opened {
  try {
    const allowed = permitted(path, root)
    if (!allowed.ok) return allowed
    const file = held(openSync(allowed.real, 'r'))
    if (file.size <= maxBytes) return { ok: true, file }
    file.close()
    return refused('too-large')
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

/** Bytes of a file; undefined when it is not there. */
export function sizeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : undefined
}

/** When a file was last written, as its disk says it; undefined when it is not there. */
export const modifiedAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs
