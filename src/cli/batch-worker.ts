// The process that makes kits: one at a time, until whoever started it is done or gone.

import type { Job } from '../batch/job.ts'
import { makeKit } from '../batch/make.ts'
import { type NotedWorld, noteReads } from '../batch/noted-world.ts'
import { removeTemporaries } from '../host/atomic.ts'
import { type Fence, fenceWorld } from '../host/fence.ts'
import { openWorld } from '../host/world.ts'

/** Written by host/processes. */
const fenceOf = (words: string | undefined): Fence | undefined => (words === undefined ? undefined : JSON.parse(words))

const fence = fenceOf(process.argv[2])

/** Runs of other machines that are remembered at a time: each has read its brand once. */
const KEPT = 3
const worlds = new Map<string | undefined, NotedWorld>()

/** A worker outlives the runs that ask it: what it read for one may have changed before the next. */
function worldOf(run: string | undefined): NotedWorld {
  const noted = worlds.get(run) ?? noteReads(fence ? fenceWorld(openWorld(), fence) : openWorld())
  worlds.delete(run)
  worlds.set(run, noted)
  for (const old of [...worlds.keys()].slice(0, -KEPT)) worlds.delete(old)
  return noted
}

function leave(): void {
  removeTemporaries()
  process.exit()
}

// Ctrl-C reaches every process of a terminal, the signals of schedulers every process of a job: the run decides what becomes of the kits, not the signal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// The run ended or was killed. Nothing is written after it, where the next run may be at work: files that have their names
// are whole, the others have none.
process.on('disconnect', leave)

async function answer(job: Job): Promise<void> {
  try {
    if (job.cwd !== undefined) process.chdir(job.cwd)
    process.send?.({ answer: await makeKit(job, worldOf(job.run)) })
  } catch (error) {
    process.send?.({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

process.on('message', (job: Job) => {
  void answer(job)
})
