// « Vouliez-vous dire » : words compared as people write them, and the known word nearest to a mistyped one.

/** The one form that keys, choices and names are compared in: no case, no accent, and `-` for `_`, spaces and apostrophes. */
export const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .trim()
    .replace(/[\s_'’‘‐‑–-]+/g, '-')

/** Edits (insertion, deletion, substitution, swap of neighbours) between two short words. */
export function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(swapped ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

const LONGEST = 60

/** The known words that need at most a third of the letters changed, the nearest first. */
export function nearestOf(word: string, known: readonly string[], count = 3): readonly string[] {
  const typed = plain(word).slice(0, LONGEST)
  const limit = typed.length < 3 ? 0 : Math.max(1, Math.floor(typed.length / 3))
  return known
    .map((candidate, order) => ({ candidate, order, edits: distance(typed, plain(candidate).slice(0, LONGEST)) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.order - b.order)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

export const nearest = (word: string, known: readonly string[]): string | undefined => nearestOf(word, known, 1)[0]
