// Keeps what was made from a content, once per process, up to a weight: a batch meets the same logo a thousand times.

export type Cache<T> = {
  /**
   * The value under a key, made when absent. Concurrent requests share one making; a failure is not kept. What was asked for
   * last stays, however heavy: the next piece of the same kit asks for it again.
   */
  get(key: string, make: () => Promise<T>): Promise<T>
}

/** @param maxWeight the unit is that of `weigh`, bytes in all of ours; the least recently asked for leaves first */
export function makeCache<T>(maxWeight: number, weigh: (value: T) => number): Cache<T> {
  // A Map keeps the order of insertion: the first key is the oldest.
  const entries = new Map<string, { readonly made: Promise<T>; weight: number }>()
  let total = 0
  const settle = (key: string, made: Promise<T>, value: T): void => {
    const entry = entries.get(key)
    // It may have left in the meantime, even been asked for again.
    if (entry?.made !== made) return
    entry.weight = weigh(value)
    total += entry.weight
    for (const [oldest, { weight }] of entries) {
      if (total <= maxWeight || entries.size === 1) break
      if (oldest === key) continue
      entries.delete(oldest)
      total -= weight
    }
  }
  return {
    get(key, make) {
      const known = entries.get(key)
      if (known) {
        entries.delete(key)
        entries.set(key, known)
        return known.made
      }
      const made = make()
      entries.set(key, { made, weight: 0 })
      made.then(
        value => settle(key, made, value),
        () => entries.get(key)?.made === made && entries.delete(key),
      )
      return made
    },
  }
}
