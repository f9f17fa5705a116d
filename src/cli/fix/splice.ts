// Pieces of a text replaced by others, the rest of it kept to the letter.

/** `to` is not included; an insertion has `from` equal to `to`. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string }

/** Splices may not overlap; those at one place keep their order. */
export function splice(source: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Error(`splices overlap at ${from}`)
    parts.push(source.slice(at, from), text)
    at = to
  }
  return parts.join('') + source.slice(at)
}
