// What a drawing refers to by id: gradients, clip paths, masks. Ids are counted per drawing, equal things share one.

export type Defs = {
  /** Reserves an id made from a name (a plate's), or the nearest free one. */
  reserve(name: string): string
  /** The id of a definition, written once whatever the number of its uses. `write` receives that id. */
  define(prefix: string, write: (id: string) => string): string
  /** All definitions, in the order of their first use. */
  written(): string
}

export function createDefs(): Defs {
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  const parts: string[] = []
  const free = (wanted: string): string => {
    let id = wanted
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
    taken.add(id)
    return id
  }
  const define: Defs['define'] = (prefix, write) => {
    const content = write('')
    const known = ids.get(content)
    if (known !== undefined) return known
    const id = free(`${prefix}-${ids.size + 1}`)
    ids.set(content, id)
    parts.push(write(id))
    return id
  }
  return { reserve: name => free(validId(name)), define, written: () => parts.join('') }
}

/** An XML name that keeps as much of a plate's name as it may: `CutContour` stays, `Découpe 1` becomes `Découpe_1`. */
const validId = (name: string): string => {
  const id = name.replace(/[^\p{L}\p{N}_.-]/gu, '_')
  return /^[\p{L}_]/u.test(id) ? id : `_${id}`
}
