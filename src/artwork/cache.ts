// Keeps what was made from a content, once per process, up to a weight: a batch meets the same logo a thousand times.

export type Cache<T> = {
  /** The value under a key, made when absent. Concurrent requests share one making; a failure is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T>
}

export function makeCache<T>(maxWeight: number, weigh: (value: T) => number): Cache<T> {
  const entries = new Map<string, Promise<T>>()
  const weights = new Map<string, number>()
  let total = 0
  const drop = (key: string): void => {
    entries.delete(key)
    total -= weights.get(key) ?? 0
    weights.delete(key)
  }
  const settle = (key: string, value: T): void => {
    const weight = weigh(value)
    weights.set(key, weight)
    total += weight
    for (const oldest of weights.keys()) {
      if (total <= maxWeight || oldest === key) break
      drop(oldest)
    }
  }
  return {
    get(key, make) {
      const known = entries.get(key)
      if (known) return known
      const made = make()
      entries.set(key, made)
      made.then(
        value => settle(key, value),
        () => drop(key),
      )
      return made
    },
  }
}
