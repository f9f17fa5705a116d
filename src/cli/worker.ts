// signakit worker: makes the kits that wait in a queue. Only the command line is here; the work is loaded when it starts.
import type { Command } from '@commander-js/extra-typings'
import type { Session } from './session.ts'
import { withWorkerOptions } from './worker-options.ts'

export const declareWorker = (command: Command, session: Session): void => {
  withWorkerOptions(command, session).action(async options => {
    await (await import('./run-worker.ts')).runWorker(session, options)
  })
}
