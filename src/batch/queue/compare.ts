// Whether a worker's files are those of the run: compared before a kit is made, and again with what was read to make it.
import type { Reads } from '../../model/stamp.ts'
import type { World } from '../../model/world.ts'
import type { Expected } from '../job.ts'
import { compareReads, type Difference } from '../noted-world.ts'
import type { PassedOn } from './passed-on.ts'

/** Milliseconds that an answer of the disk holds for the kits that follow. */
const FRESH = 2000

/** What a path answers where there is nothing, or nothing that may be seen. */
const NOTHING: ReadonlySet<string> = new Set(['none', 'missing', 'outside'])

/**
 * What our own guards refuse (a file beyond its folder, or too large for its use) is asked again without them, and would answer
 * otherwise everywhere: it says nothing of the machine.
 */
const GUARDED: ReadonlySet<string> = new Set(['outside', 'too-large'])

const withRead = (reads: Reads, keeps: (answer: string) => boolean): Reads => ({
  ...reads,
  read: Object.fromEntries(Object.entries(reads.read).filter(([, answer]) => keeps(answer))),
})

/** Of what a worker read, what can be compared with the run's own files. */
export const comparable = (reads: Reads): Reads => withRead(reads, answer => !GUARDED.has(answer))

/** What a worker must have: the files that are there. Behind its fence, what is missing may be called otherwise. */
export const needed = (reads: Reads): Reads => withRead(reads, answer => /^[0-9a-f]{64}$/.test(answer))

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
