// Kits of former runs that no row makes any more: told, and removed on demand.
import { join } from 'node:path'
import { linkFailure } from '../host/atomic.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { removeKit } from '../pipeline.ts'
import { KIT_ID } from './read-back.ts'
import type { batchRules } from './rules.ts'
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

/** Removes what we wrote of each kit; those of which nothing stays. */
export const pruneOrphans = (out: string, kits: readonly string[]): readonly string[] =>
  kits.filter(kit => removeKit(out, kit))
