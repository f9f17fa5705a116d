// Takes comments out of style sheets and of document types.

/** One pass, as every scan here: a pattern that tries again at each character would take hours on a hostile file. */
export function withoutComments(source: string, open = '/*', close = '*/'): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = source.indexOf(open, at)
    if (start < 0) return [...kept, source.slice(at)].join(' ')
    kept.push(source.slice(at, start))
    const end = source.indexOf(close, start + open.length)
    if (end < 0) return kept.join(' ')
    at = end + close.length
  }
}
