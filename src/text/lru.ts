// A bounded memory: keeps what was asked for last.

export type Lru<V> = (key: string, make: () => V) => V

/**
 * A memo of at most `limit` entries; those that were not asked for lately leave together. It has two halves, so that a hit
 * is one look-up and moves nothing: once the young half is full it becomes the old one, and what was old is gone.
 */
export function createLru<V>(limit: number): Lru<V> {
  const half = Math.max(1, limit >> 1)
  let young = new Map<string, V>()
  let old = new Map<string, V>()
  return (key, make) => {
    const known = young.get(key)
    if (known !== undefined) return known
    const value = old.get(key) ?? make()
    if (young.size >= half) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
