// The process that makes kits: one at a time, until whoever started it is done or gone.

import type { Job } from '../batch/job.ts'
import { makeKit } from '../batch/make.ts'
import { noteReads } from '../batch/noted-world.ts'
import { type Fence, fenceWorld } from '../host/fence.ts'
import { openWorld } from '../host/world.ts'

/** Written by host/processes. */
const fenceOf = (words: string | undefined): Fence | undefined => (words === undefined ? undefined : JSON.parse(words))

const fence = fenceOf(process.argv[2])
const noted = noteReads(fence ? fenceWorld(openWorld(), fence) : openWorld())
let busy = false

const leaveWhenIdle = (): void => {
  if (!busy) process.exit()
}

// Ctrl-C reaches every process of a terminal: the run decides what becomes of the kits, not the signal.
process.on('SIGINT', () => {})
// The run ended or was killed: the kit being made is finished first, so that its files are whole.
process.on('disconnect', leaveWhenIdle)

async function answer(job: Job): Promise<void> {
  busy = true
  try {
    if (job.cwd !== undefined) process.chdir(job.cwd)
    process.send?.({ answer: await makeKit(job, noted) })
  } catch (error) {
    process.send?.({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
  busy = false
  if (!process.connected) process.exit()
}

process.on('message', (job: Job) => {
  void answer(job)
})
