// A file has its final name only when it is complete, on the disk, and has passed its check.
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Text, text } from '../model/diagnostic.ts'
import { errnoOf } from './errno.ts'
import { temporaryName } from './temporary-name.ts'

/** Why a file could not be written. Anything else is a bug, and is thrown. */
export type WriteFailure = {
  readonly code: string
  readonly path: string
  readonly message: Text
}

export type Written<Refused> =
  | { readonly ok: true; readonly path: string }
  /** The disk said no. */
  | { readonly ok: false; readonly failure: WriteFailure }
  /** The check said no, and why. */
  | { readonly ok: false; readonly refused: Refused }

const FAILURES: Readonly<Record<string, Text>> = {
  ENOSPC: text('le disque est plein', 'the disk is full'),
  EDQUOT: text('le quota du disque est atteint', 'the disk quota is reached'),
  EACCES: text('l’écriture est interdite', 'writing is forbidden'),
  EPERM: text('l’écriture est interdite', 'writing is forbidden'),
  EROFS: text('le disque est en lecture seule', 'the disk is read-only'),
  ENOTDIR: text('un fichier porte le nom du dossier', 'a file has the name of the folder'),
  EEXIST: text('un fichier porte le nom du dossier', 'a file has the name of the folder'),
  EISDIR: text('un dossier porte le nom du fichier', 'a folder has the name of the file'),
  ENOTEMPTY: text('un dossier porte le nom du fichier', 'a folder has the name of the file'),
  ENAMETOOLONG: text('le nom est trop long pour ce disque', 'the name is too long for this disk'),
  EBUSY: text('le fichier est ouvert dans un autre logiciel', 'the file is open in another program'),
  EMFILE: text('trop de fichiers sont ouverts', 'too many files are open'),
  EIO: text('le disque ne répond pas bien', 'the disk fails'),
  ELOOP: text(
    'un lien porte le nom du dossier, et mène ailleurs',
    'a link has the name of the folder, and leads elsewhere',
  ),
  ESTALE: text('le disque partagé ne répond plus', 'the shared disk no longer answers'),
  ENOENT: text('le fichier ou son dossier n’est plus là', 'the file or its folder is not there any more'),
  ELOST: text(
    'un autre lot a pris ce dossier pendant que celui-ci était suspendu ; il n’y écrit plus rien',
    'another run took this folder while this one was suspended; it writes nothing there any more',
  ),
}

/** What the disk says by a code of the system, in words. */
export const failureText = (code: string): Text =>
  Object.hasOwn(FAILURES, code)
    ? (FAILURES[code] ?? text(code, code))
    : text(`l’écriture a échoué (${code})`, `writing failed (${code})`)

const failureOf = (code: string, path: string): WriteFailure => ({ code, path, message: failureText(code) })

/** The failure of a system call, in words; a bug is thrown on. */
export function writeFailure(error: unknown, path: string): WriteFailure {
  // Node has a word of its own for a folder that is removed as a file.
  const code = errnoOf(error)?.replace(/^ERR_FS_(?=E)/, '')
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
  return failureOf(code, path)
}

/** Our own code, beside those of the system: the output is another run's. */
export const lostFailure = (out: string): WriteFailure => failureOf('ELOST', out)

export const isLost = ({ code }: WriteFailure): boolean => code === 'ELOST'

/** A folder that is a link leads out of where it stands: nothing is written or removed through it. */
export function linkFailure(folder: string): WriteFailure | undefined {
  return placeOf(folder) === 'link' ? failureOf('ELOOP', folder) : undefined
}

/** What has the name of a folder; `unknown` when it may not be asked: writing will tell. */
export function placeOf(folder: string): 'nothing' | 'link' | 'other' | 'unknown' {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false })
    if (!found) return 'nothing'
    return found.isSymbolicLink() ? 'link' : 'other'
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return 'unknown'
  }
}

/** Temporaries that exist now, for whoever handles a signal. */
const live = new Set<string>()

/** Whether this process is writing it. */
export const isLive = (path: string): boolean => live.has(path)

/** Once it has its name, it is no temporary any more. */
export const forgetTemporary = (path: string): void => {
  live.delete(path)
}

/** A temporary that cannot be removed was never there, or its disk is gone. */
export function removeTemporary(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
  live.delete(path)
}

/** Removes every unfinished file, on SIGINT or before a crash ends the process. Safe to call at any time. */
export function removeTemporaries(): void {
  for (const path of [...live]) removeTemporary(path)
}

/**
 * Made one level at a time: Node's recursive form loops for ever on a virtual disk such as /proc.
 *
 * @returns the folders that were not there, from the outermost on
 */
export function makeFolder(folder: string): readonly string[] {
  if (existsSync(folder)) return []
  const parent = dirname(folder)
  const around = parent === folder ? [] : makeFolder(parent)
  try {
    mkdirSync(folder)
    return [...around, folder]
  } catch (error) {
    // Another run may have made it in between.
    if (errnoOf(error) !== 'EEXIST') throw error
    return around
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'w')
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The rename itself must survive a power cut; systems that cannot sync a folder lose nothing else. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

let counter = 0

/** Beside the final file, so that the rename stays on one disk. */
export function temporaryFor(path: string): string {
  const temporary = join(dirname(path), temporaryName(basename(path), ++counter))
  live.add(temporary)
  return temporary
}

/**
 * Writes a file under a temporary name, lets `check` read it back, then gives it its name. `check` returns what it refuses,
 * or undefined. Whatever happens, no temporary stays and the previous file is whole or replaced, never between.
 */
export async function writeAtomic<Refused = never>(
  path: string,
  bytes: Uint8Array,
  check?: (temporary: string) => Refused | undefined | Promise<Refused | undefined>,
): Promise<Written<Refused>> {
  const temporary = temporaryFor(path)
  try {
    makeFolder(dirname(path))
    writeWhole(temporary, bytes)
    const refused = await check?.(temporary)
    if (refused !== undefined) return { ok: false, refused }
    renameSync(temporary, path)
    syncFolder(dirname(path))
    return { ok: true, path }
  } catch (error) {
    return { ok: false, failure: writeFailure(error, path) }
  } finally {
    removeTemporary(temporary)
  }
}

function writeText(path: string, parts: Iterable<string>): void {
  const handle = openSync(path, 'w')
  try {
    for (const part of parts) {
      const bytes = Buffer.from(part)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * The same for texts that come in parts, are too long to be held whole, and belong together: all are on the disk before the
 * first gets its name, so that a full disk leaves those of before, all of them.
 */
export function writeTogether(
  files: readonly (readonly [path: string, parts: Iterable<string>])[],
): WriteFailure | undefined {
  const written = files.map(([path]) => [path, temporaryFor(path)] as const)
  let now = ''
  try {
    for (const [index, [path, parts]] of files.entries()) {
      now = path
      makeFolder(dirname(path))
      writeText(written[index]?.[1] ?? '', parts)
    }
    for (const [path, temporary] of written) {
      now = path
      renameSync(temporary, path)
    }
    for (const folder of new Set(written.map(([path]) => dirname(path)))) syncFolder(folder)
    return undefined
  } catch (error) {
    return writeFailure(error, now)
  } finally {
    for (const [, temporary] of written) removeTemporary(temporary)
  }
}
