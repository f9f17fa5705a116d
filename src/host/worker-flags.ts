// What a process that makes thousands of kits is started with, measured by `npm run bench -- kits jobs memory`.
/**
 * A smaller nursery, and old objects swept before they double: each core's process takes a third less memory for the same work.
 * V8 would let them quadruple where memory is to spare.
 */
const SMALL_HEAP = ['--max-semi-space-size=2', '--heap-growing-percent=40'] as const

/** From Node 22 on, one thread alone would take thirty to eighty megabytes more. */
const COMPILED_LATE = [...SMALL_HEAP, '--invocation-count-for-turbofan=12000'] as const

/**
 * By the releases of Node that were measured, since a process that is given a flag unknown to its V8 does not start. Each core
 * has its process already: threads that collect and compile beside it only take the others' time. A second compilation of what
 * runs often costs a third of the first 300 kits: only what runs much more often than V8 asks is worth it.
 */
const BY_NODE: Readonly<Record<string, readonly string[]>> = {
  // On one thread a nursery twice as large takes no more memory.
  20: ['--max-semi-space-size=4', '--heap-growing-percent=40', '--single-threaded-gc', '--interrupt-budget=1000000'],
  22: COMPILED_LATE,
  24: COMPILED_LATE,
  26: COMPILED_LATE,
}

export const WORKER_FLAGS: readonly string[] = BY_NODE[Number.parseInt(process.versions.node, 10)] ?? SMALL_HEAP

/**
 * Threads of V8 and of libuv share one arena of the C library: each would keep the tens of megabytes that compiling once took.
 * Pictures are decoded by one thread, since each core has its process.
 */
export const WORKER_ENV = { MALLOC_ARENA_MAX: '1', VIPS_CONCURRENCY: '1' } as const
