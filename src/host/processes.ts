// Child processes of our own, and how much memory they take.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fence } from './fence.ts'
import { WORKER_ENV, WORKER_FLAGS } from './worker-flags.ts'

/** From the bundle in dist/, then from the sources. */
const CANDIDATES = ['./batch-worker.cjs', '../cli/worker-process.ts'] as const

function workerFile(): string {
  const found = CANDIDATES.map(path => fileURLToPath(new URL(path, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('the batch worker of signakit was not found')
  return found
}

/**
 * A process that makes kits. Its heap may take `memoryMb`; beyond, it ends and costs the kit it was making. Behind a fence it
 * touches nothing else.
 */
export const startWorker = (memoryMb: number, fence?: Fence): ChildProcess =>
  fork(workerFile(), fence ? [JSON.stringify(fence)] : [], {
    execArgv: [...WORKER_FLAGS, ...process.execArgv, `--max-old-space-size=${memoryMb}`],
    // What it would print belongs to the run's own talk.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...WORKER_ENV },
  })

const PAGE = 4096

/** Resident memory of a process in MB; undefined where the system does not tell. */
export function memoryOf(pid: number): number | undefined {
  try {
    const [, pages = ''] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(pages) * PAGE) / (1024 * 1024)
  } catch {
    return undefined
  }
}
