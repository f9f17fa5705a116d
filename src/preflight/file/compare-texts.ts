// Texts wanted against texts found, whatever their order and their spaces.

/** Spaces of every kind, marks of direction and joiners: some are advances in a PDF rather than characters. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

const bare = (text: string): string => text.normalize('NFC').replace(UNSEEN, '')

/** Stands between pieces and where a found text was, so that no text is found across them. */
const GAP = '\u0001'

export type TextComparison = {
  readonly missing: readonly string[]
  /** What was found and not wanted, spaces left out. */
  readonly left: string
}

export function compareTexts(wanted: readonly string[], found: readonly string[]): TextComparison {
  let rest = found.map(bare).join(GAP)
  const missing: string[] = []
  // The longest first, or a short text would be taken out of the middle of a long one.
  const ordered = wanted
    .map((text, index) => ({ text, key: bare(text), index }))
    .sort((a, b) => b.key.length - a.key.length || a.index - b.index)
  for (const { text, key } of ordered) {
    const at = rest.indexOf(key)
    if (at < 0) missing.push(text)
    else rest = `${rest.slice(0, at)}${GAP}${rest.slice(at + key.length)}`
  }
  return { missing, left: rest.replaceAll(GAP, '') }
}
