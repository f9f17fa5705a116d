// A bounded memory: keeps what was asked for last.

export type Lru<V> = (key: string, make: () => V) => V

/** A memo of at most `limit` entries; the least recently used one leaves first. */
export function createLru<V>(limit: number): Lru<V> {
  // A Map keeps the order of insertion: the first key is the oldest.
  const entries = new Map<string, V>()
  return (key, make) => {
    const known = entries.get(key)
    const value = known ?? make()
    if (known !== undefined) entries.delete(key)
    else if (entries.size >= limit)
      for (const oldest of entries.keys()) {
        entries.delete(oldest)
        break
      }
    entries.set(key, value)
    return value
  }
}
