// Words that nobody answers to, each with the known words that it nearly is.
import { nearestOf, plain } from '../input/nearest.ts'

export type Missed = {
  readonly word: string
  /** What was probably meant, the nearest first. */
  readonly near: readonly string[]
  /** What there is, when that is short enough to be read; empty otherwise. */
  readonly all: readonly string[]
}

/** More is no help to whoever has mistyped a word, and takes memory. */
const MAX_KNOWN = 5000
const READABLE = 8
const SOUGHT = 3

/** Known words, as they come: enough of them to find the one that was meant. */
export class Known {
  private readonly words = new Map<string, string>()

  add(words: Iterable<string>): void {
    if (this.words.size >= MAX_KNOWN) return
    for (const word of words) {
      const key = plain(word)
      if (key !== '' && !this.words.has(key)) this.words.set(key, word.trim())
    }
  }

  get isEmpty(): boolean {
    return this.words.size === 0
  }

  /** For the first words only what was meant is looked for: a whole list of others is a list of another sheet. */
  allMissed(words: readonly string[]): readonly Missed[] {
    return words.map((word, rank) => (rank < SOUGHT ? this.missed(word) : { word, near: [], all: [] }))
  }

  /** Nearly the same letters; else the beginning, or one that holds the other, as « Bordeaux » in « 33000 Bordeaux ». */
  missed(word: string): Missed {
    const words = [...this.words.values()]
    const near = nearestOf(word, words)
    const held = near.length > 0 ? near : words.filter(each => holds(each, word)).slice(0, 3)
    return { word, near: held, all: words.length <= READABLE ? words : [] }
  }
}

/** Whole words, but at the beginning: « Pau » is in « Pau Nord », and not in « Paulhac ». */
function holds(written: string, asked: string): boolean {
  const [a, b] = [plain(written), plain(asked)]
  if (a.length < 3 || b.length < 3) return false
  return a.startsWith(b) || `-${a}-`.includes(`-${b}-`) || `-${b}-`.includes(`-${a}-`)
}
