// What the in-process measures call: the package's public API and the World it works in.
export { WORKER_ENV, WORKER_FLAGS } from '../src/host/worker-flags.ts'
export { openWorld } from '../src/host/world.ts'
export { PLAIN, prepare, type RenderOptions, readKit, write } from '../src/pipeline.ts'
