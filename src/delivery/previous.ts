// The manifest of the last run, read back: which files are ours, and which of them have gone stale (CONTRACT §5).
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { linkFailure } from '../host/atomic.ts'
import { readFile } from '../host/disk.ts'
import { errnoOf } from '../host/errno.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import type { ManifestPiece } from '../model/manifest.ts'
import { manifestPiece } from './manifest-piece.ts'

const previousSchema = z.looseObject({ schema: z.literal(1), kit: z.string(), pieces: z.array(manifestPiece) })

export const MANIFEST = 'manifest.json'

/** The pieces a previous run left in a folder; none when there was no run, or its manifest is not ours. */
export function previousPieces(folder: string, kit: string): readonly ManifestPiece[] {
  const read = readFile(join(folder, MANIFEST))
  if (!read.ok) return []
  try {
    const parsed = previousSchema.safeParse(JSON.parse(new TextDecoder().decode(read.bytes)))
    return parsed.success && parsed.data.kit === kit ? parsed.data.pieces : []
  } catch {
    return []
  }
}

/** Removes a stale file of ours; true when it was there. */
export function removeStale(folder: string, name: string): boolean {
  const path = join(folder, name)
  if (!existsSync(path)) return false
  rmSync(path, { force: true })
  return true
}

/** What cannot be removed stays: it was said already that the disk says no. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

/** A folder named by an id of ours, and nothing above it. */
const KIT_ID = /^[a-z0-9][a-z0-9-]*$/

/** Removes all that we wrote of a kit, and its folder when nothing else is in it; true when it is gone or was not there. */
export function removeKit(out: string, kit: string): boolean {
  const folder = join(out, kit)
  if (!KIT_ID.test(kit) || linkFailure(folder)) return false
  if (!existsSync(folder)) return true
  try {
    for (const { files } of previousPieces(folder, kit)) for (const { path } of files) removeStale(folder, path)
    removeStale(folder, MANIFEST)
    removeLeftovers(folder)
    if (readdirSync(folder).length > 0) return false
    rmdirSync(folder)
    return true
  } catch (error) {
    // A file in the place of the folder, a disk that says no: it stays, and is said to.
    if (errnoOf(error) === undefined) throw error
    return false
  }
}
