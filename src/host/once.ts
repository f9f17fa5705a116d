// What a run remembers of what it made: of each maker, each key once.

export type Once = <T>(maker: object, key: string, make: () => T) => T

export function rememberOnce(): Once {
  const known = new WeakMap<object, Map<string, unknown>>()
  return <T>(maker: object, key: string, make: () => T): T => {
    const made = known.get(maker) ?? new Map<string, unknown>()
    known.set(maker, made)
    if (!made.has(key)) made.set(key, make())
    // One maker makes one type of value.
    return made.get(key) as T
  }
}
