// Remembers what was read for the length of a run: a World is one run, so a file is read once whatever the number of kits.
import type { World } from '../model/world.ts'

/** Calls `load` once per world and key. */
export function oncePerWorld<T>(load: (world: World, key: string) => T): (world: World, key: string) => T {
  const runs = new WeakMap<World, Map<string, T>>()
  return (world, key) => {
    const run = runs.get(world) ?? new Map<string, T>()
    runs.set(world, run)
    const known = run.get(key)
    if (known !== undefined) return known
    const value = load(world, key)
    run.set(key, value)
    return value
  }
}
