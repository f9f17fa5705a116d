// Kits of former runs that no row makes any more: told, and removed on demand.
import { join } from 'node:path'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import { removeKit } from '../pipeline.ts'
import type { batchRules } from './rules.ts'

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

/** Removes what we wrote of each kit; those of which nothing stays. */
export const pruneOrphans = (out: string, kits: readonly string[]): readonly string[] =>
  kits.filter(kit => removeKit(out, kit))
