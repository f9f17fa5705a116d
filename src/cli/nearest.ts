// « Vouliez-vous dire » : the known word nearest to a mistyped one.

/** Edits (insertion, deletion, substitution, transposition of neighbours) between two short words. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      next.push(swapped ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** Without case, accents or dashes at the start: `--Qualité` and `qualite` are the same word. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}|^-+/gu, '')
    .toLowerCase()

/** The nearest of the known words, when no more than a third of it must be changed; a word of two letters is near all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word)
  const scored = known.map(candidate => ({ candidate, edits: distance(typed, plain(candidate)) }))
  const best = scored.reduce((a, b) => (b.edits < a.edits ? b : a), { candidate: '', edits: Number.POSITIVE_INFINITY })
  return best.edits <= Math.floor(typed.length / 3) ? best.candidate : undefined
}
