// V8 compiles what runs often a second time, for speed: over one kit it takes longer than the kit gains, and forty megabytes.
import { setFlagsFromString } from 'node:v8'

/** What the flag of wasm turns off with it. */
const WASM = ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering']

/** What this process was started with, as those of a batch are, or V8's own. */
const BUDGET = process.execArgv.findLast(flag => flag.startsWith('--interrupt-budget=')) ?? '--interrupt-budget=67584'

/** Wasm everywhere; JavaScript where V8 counts bytecodes in this way (Node 20: 66 KB by default). */
const FLAGS = process.versions.v8.startsWith('11.3.')
  ? { short: ['--liftoff-only', '--interrupt-budget=2400000'], usual: [...WASM, BUDGET] }
  : { short: ['--liftoff-only'], usual: WASM }

/** For a run of a few kits, before any wasm is compiled. */
export const expectShortRun = (): void => {
  for (const flag of FLAGS.short) setFlagsFromString(flag)
}

/** As V8 starts: code is only taken up again under the flags it was made with. */
export const expectUsualRun = (): void => {
  for (const flag of FLAGS.usual) setFlagsFromString(flag)
}
