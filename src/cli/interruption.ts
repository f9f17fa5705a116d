// Ctrl-C in a batch: asked once, the run ends well; asked twice, at once.
import { removeTemporaries } from '../host/atomic.ts'
import { EXIT } from './exit.ts'

/** Ctrl-C, and the signals of schedulers that want their machine back. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The first lets the kits that are being made be finished; the second does not wait.
 *
 * @returns whether someone asked
 */
export function onInterruption(stop: () => void, kill: () => void): () => boolean {
  let asked = 0
  const hear = (): void => {
    asked++
    if (asked > 1) {
      kill()
      removeTemporaries()
      process.exit(EXIT.interrupted)
    }
    stop()
  }
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, hear)
  }
  return () => asked > 0
}
