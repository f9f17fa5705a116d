// Whether a worker's files are those of the run: compared before a kit is made, and again with what was read to make it.
import type { World } from '../../model/world.ts'
import type { Expected } from '../job.ts'
import { compareReads, type Difference } from '../noted-world.ts'
import type { PassedOn } from './passed-on.ts'

/** Milliseconds that an answer of the disk holds for the kits that follow. */
const FRESH = 2000

/** What a path answers where there is nothing, or nothing that may be seen. */
const NOTHING: ReadonlySet<string> = new Set(['none', 'missing', 'outside'])

/** For a worker, whose files may change between two kits. */
export function freshDiffer(world: World): (expected: Expected) => Difference | undefined {
  let comparison = compareReads(world)
  setInterval(() => {
    comparison = compareReads(world)
  }, FRESH).unref()
  return ({ base, reads }) => comparison.differ(reads, base)
}

/** `there` is what the worker's machine answers. */
export const whyOther = (path: string, there: string): Omit<PassedOn, 'host'> => ({
  why: NOTHING.has(there) ? 'unseen' : 'other',
  path,
})
