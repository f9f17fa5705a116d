// Where signakit fix writes: a copy and its list of changes, never the original, nor a file that is there already.
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { text } from '../../model/diagnostic.ts'
import { UsageError } from '../usage-error.ts'

export type Places = {
  /** As given on the command line, like what is to be written. */
  readonly file: string
  readonly cwd: string
  /** Replaces files that exist. */
  readonly force: boolean
}

const withEnd = (path: string, end: string): string => join(dirname(path), basename(path, extname(path)) + end)

export const defaultOut = (file: string): string => withEnd(file, `.corrige${extname(file)}`)

/** Of a name without an extension, the list has its own after it. */
export const changesPath = (out: string): string => withEnd(out, '.modifications.csv')

/** The file that a path is, links followed; the path itself when there is none yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // Not there yet: its folder may be reached through a link all the same.
    const folder = dirname(path)
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}

/** A disk that knows no capitals has two names for one file. */
function isSameFile(one: string, other: string): boolean {
  if (realPath(one) === realPath(other)) return true
  const [a, b] = [one, other].map(path => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev
}

function checkFree(path: string, { cwd, force }: Places): void {
  if (force || !existsSync(resolve(cwd, path))) return
  throw new UsageError(
    text(`${path} existe déjà, et signakit fix ne remplace rien`, `${path} exists, and signakit fix replaces nothing`),
    text('donnez un autre nom, ou `--force`', 'give another name, or `--force`'),
  )
}

/** Throws a UsageError when the copy may not have this name. */
export function checkOut(out: string, places: Places): void {
  const { file, cwd } = places
  if (isSameFile(resolve(cwd, file), resolve(cwd, out))) {
    throw new UsageError(
      text('la copie ne peut pas être l’original', 'the copy cannot be the original'),
      text('donnez un autre nom : `-o corrige.xlsx`', 'give another name: `-o corrected.xlsx`'),
    )
  }
  if (extname(out).toLowerCase() !== extname(file).toLowerCase()) {
    throw new UsageError(
      text(
        `la copie garde le format de l’original : ${extname(file)}`,
        `the copy keeps the format of the original: ${extname(file)}`,
      ),
    )
  }
  checkFree(out, places)
}

/** Throws a UsageError when the list of changes of `out` may not be written. To be called before the copy is. */
export function checkChanges(out: string, places: Places): void {
  const { file, cwd } = places
  const list = changesPath(out)
  const taken = [file, out].some(other => isSameFile(resolve(cwd, other), resolve(cwd, list)))
  if (taken) {
    throw new UsageError(
      text(
        `la liste des corrections, ${list}, remplacerait l’original`,
        `the list of changes, ${list}, would replace the original`,
      ),
      text('donnez un autre nom à la copie', 'give the copy another name'),
    )
  }
  checkFree(list, places)
}
