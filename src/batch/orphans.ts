// Kits of former runs that no row makes any more: told, and removed on demand.
import { basename, join } from 'node:path'
import { linkFailure } from '../host/atomic.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { removeKit } from '../pipeline.ts'
import { sourceKey } from './places.ts'
import type { Plan } from './plan.ts'
import type { Previous } from './previous.ts'
import { KIT_ID } from './read-back.ts'
import type { batchRules } from './rules.ts'
import { isPattern } from './sources.ts'
import { stampedManifest } from './up-to-date.ts'

const ORPHAN: keyof typeof batchRules = 'orphan-kit'

export const orphanFinding = (kit: string, out: string): Diagnostic => ({
  rule: ORPHAN,
  severity: 'warning',
  message: text(
    `aucune ligne ne donne plus le kit «\u00a0${kit}\u00a0», dont les fichiers sont toujours là`,
    `no row makes the kit “${kit}” any more, and its files are still there`,
  ),
  at: { file: join(out, kit), line: 1, column: 1, length: 0 },
  hint: text('`--prune` les retire', '`--prune` removes them'),
})

/**
 * Kits that a batch has made and that neither a row nor a report names: their run was killed before it wrote its reports, or
 * their row was hidden or refused since. Their own manifests tell them, whatever became of the journal of that run.
 */
export const unreportedKits = (out: string, isKnown: (kit: string) => boolean, world: World): readonly string[] =>
  world.list(out).filter(name => {
    if (!KIT_ID.test(name) || isKnown(name)) return false
    const folder = join(out, name)
    return !linkFailure(folder) && (stampedManifest(folder, name, world)?.pieces.length ?? 0) > 0
  })

/** Whether a manifest's file, which it knows by name, is one of those that were read for their own sake. */
export const isOfFiles = ({ files, corrections }: Pick<Plan, 'files' | 'corrections'>, source: string): boolean =>
  [...files].some(file => !corrections.has(file) && basename(sourceKey(file)) === basename(sourceKey(source)))

type Scene = { readonly out: string; readonly given: readonly string[]; readonly previous: Previous }

/** Of a folder or a pattern of kits, the file of one that is gone has gone with it. */
const givesKits = (given: readonly string[], source: string, world: World): boolean =>
  /\.ya?ml$/i.test(source) && given.some(argument => isPattern(argument) || world.kind(argument) === 'folder')

/**
 * Kits that nothing gives any more, and among them those to be told: their file was read, and gives them no more. Of a file
 * that was not read nothing is known. Filters take nothing away: ids are read from all entries.
 */
export function orphansOf(plan: Plan, carried: ReadonlySet<string>, { out, given, previous }: Scene, world: World) {
  const isAsked = (kit: string): boolean => plan.kits.has(kit) || carried.has(kit)
  const isThere = (kit: string): boolean => world.kind(join(out, kit)) === 'folder'
  const sourceOf = (kit: string): string => stampedManifest(join(out, kit), kit, world)?.source ?? ''
  const isOfRead = (kit: string): boolean => isOfFiles(plan, sourceOf(kit))
  // Told by a former run already.
  const isOld = (kit: string): boolean => isOfRead(kit) || givesKits(given, sourceOf(kit), world)
  const isKnown = (kit: string): boolean => isAsked(kit) || previous.kits.has(kit) || previous.orphans.has(kit)
  // What was told by the last run and is carried over no more has lost its row; see `carrier`.
  const lost = [...previous.kits].filter(kit => !isAsked(kit) && isThere(kit))
  const older = [...previous.orphans].filter(kit => !isAsked(kit) && !previous.kits.has(kit) && isThere(kit))
  const found = unreportedKits(out, isKnown, world).filter(isOfRead)
  return {
    orphans: [...lost, ...older, ...found].sort(),
    told: [...lost, ...older.filter(isOld), ...found].sort(),
  }
}

/** Removes what we wrote of each kit; those of which nothing stays. */
export const pruneOrphans = (out: string, kits: readonly string[]): readonly string[] =>
  kits.filter(kit => removeKit(out, kit))
