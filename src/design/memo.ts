// Remembers what was read for the length of a run: a World is one run, so a file is read once whatever the number of kits.
import type { World } from '../model/world.ts'

/** Calls `load` once per world and key. */
export const oncePerWorld =
  <T>(load: (world: World, key: string) => T): ((world: World, key: string) => T) =>
  (world, key) =>
    world.once(load, key, () => load(world, key))
