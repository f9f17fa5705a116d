// Files made side by side under temporary names: each is on its way to the disk while the next is made, then all get their
// names in order. One wait for the disk and one for the folder, however many files.
import { closeSync, fsync, lstatSync, openSync, renameSync, writevSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  forgetTemporary,
  makeFolder,
  removeTemporary,
  temporaryFor,
  type WriteFailure,
  writeFailure,
} from './atomic.ts'
import { errnoOf } from './errno.ts'

export type Staged = {
  /** The name it will have. */
  readonly path: string
  /** Whole under this name, though perhaps not on the disk yet. */
  readonly temporary: string
  /** What the disk said once it was asked to keep the bytes through a power cut; undefined when it does. */
  readonly kept: Promise<WriteFailure | undefined>
}

export type Stage =
  | { readonly ok: true; readonly staged: Staged }
  | { readonly ok: false; readonly failure: WriteFailure }

/** Resolves once the disk has the bytes; the handle is closed whatever it says. */
const keep = (handle: number, path: string): Promise<WriteFailure | undefined> =>
  new Promise((resolve, reject) => {
    fsync(handle, error => {
      try {
        closeSync(handle)
        resolve(error ? writeFailure(error, path) : undefined)
      } catch (bug) {
        reject(bug)
      }
    })
  })

/** The folder is made when it is missed: it is there for all files of a kit but the first. */
function openIn(folder: string, temporary: string): number {
  try {
    return openSync(temporary, 'w')
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
    makeFolder(folder)
    return openSync(temporary, 'w')
  }
}

/** The system may take less than it is given, and is given the rest again. */
function writeAll(handle: number, parts: readonly Uint8Array[]): void {
  let left = parts.filter(({ length }) => length > 0)
  while (left.length > 0) left = beyond(left, writevSync(handle, left))
}

/** What is left of parts once so many bytes are gone. */
function beyond(parts: readonly Uint8Array[], count: number): Uint8Array[] {
  let gone = count
  for (const [index, part] of parts.entries()) {
    if (gone < part.length) return [part.subarray(gone), ...parts.slice(index + 1)]
    gone -= part.length
  }
  return []
}

/** Writes a file whole under a temporary name, its parts one after another. */
export function stage(path: string, parts: readonly Uint8Array[]): Stage {
  const temporary = temporaryFor(path)
  let handle: number | undefined
  try {
    handle = openIn(dirname(path), temporary)
    writeAll(handle, parts)
    return { ok: true, staged: { path, temporary, kept: keep(handle, path) } }
  } catch (error) {
    if (handle !== undefined) closeSync(handle)
    removeTemporary(temporary)
    return { ok: false, failure: writeFailure(error, path) }
  }
}

/** Forgets files that will not get their names. */
export function discard(files: readonly Staged[]): void {
  for (const { temporary } of files) removeTemporary(temporary)
}

/** The failure of the first file that is no longer there under its temporary name: another process cleared it away. */
export function missing(files: readonly Staged[]): WriteFailure | undefined {
  for (const { path, temporary } of files) {
    try {
      lstatSync(temporary)
    } catch (error) {
      return writeFailure(error, path)
    }
  }
  return undefined
}

/** Gives a file its name, over what has it; the file before is whole or replaced, never between. */
export function place({ path, temporary }: Staged): WriteFailure | undefined {
  try {
    renameSync(temporary, path)
    forgetTemporary(temporary)
    return undefined
  } catch (error) {
    removeTemporary(temporary)
    return writeFailure(error, path)
  }
}

/** The names themselves must survive a power cut; systems that cannot sync a folder lose nothing else. */
export async function keepNames(folder: string): Promise<void> {
  try {
    await keep(openSync(folder, 'r'), folder)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}
