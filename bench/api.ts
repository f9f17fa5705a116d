// What the in-process measures call: the package's public API and the World it works in.
export { openWorld } from '../src/host/world.ts'
export { PLAIN, prepare, type RenderOptions, readKit, write } from '../src/pipeline.ts'
