// Child processes of our own, and how much memory they take.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fence } from './fence.ts'

/** From the bundle in dist/, then from the sources. */
const CANDIDATES = ['./batch-worker.cjs', '../cli/worker-process.ts'] as const

function workerFile(): string {
  const found = CANDIDATES.map(path => fileURLToPath(new URL(path, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('the batch worker of signakit was not found')
  return found
}

/**
 * What a process that makes thousands of kits is started with, so that each core's takes a third less memory for the same
 * work: a smaller nursery, and old objects swept before they double. V8 would let them quadruple where memory is to spare.
 */
export const WORKER_FLAGS = ['--max-semi-space-size=2', '--heap-growing-percent=40'] as const

/**
 * Threads of V8 and of libuv share one arena of the C library: each would keep the tens of megabytes that compiling once took.
 * Pictures are decoded by one thread, since each core has its process.
 */
export const WORKER_ENV = { MALLOC_ARENA_MAX: '1', VIPS_CONCURRENCY: '1' } as const

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
