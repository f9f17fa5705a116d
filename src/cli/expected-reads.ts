// What the files that a kit is designed from answer on this machine: told to the workers with each kit that they are asked for.
import { dirname, resolve } from 'node:path'
import type { Expected, Job } from '../batch/job.ts'
import { noteReads } from '../batch/noted-world.ts'
import type { World } from '../model/world.ts'
import { readEntry } from '../pipeline.ts'
import { previewKit } from '../preview.ts'

/** `world` remembers nothing yet, so that all that is asked of it is noted. */
export function expectedReads(world: World): (job: Job) => Expected | undefined {
  const noted = noteReads(world)
  return ({ entry, options }) => {
    const base = dirname(resolve(entry.file))
    try {
      noted.begin()
      const { value } = readEntry(entry, options, noted.world)
      if (value) previewKit(value, options, noted.world)
      return { base, reads: noted.reads(base) }
    } catch {
      // The kit meets the same where it is made, and is told as what it is; what it read is compared then.
      return undefined
    }
  }
}
