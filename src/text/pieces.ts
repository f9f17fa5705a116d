// Where a text may be cut: at its line ends, at its spaces and, when nothing else fits, after hyphens it already has.

export type Piece = {
  /** Offsets in the paragraph; the space that follows is in neither piece. */
  readonly start: number
  readonly end: number
  /** What follows: nothing more in this paragraph, a space that the break swallows, or a hyphen that stays. */
  readonly after: 'end' | 'space' | 'hyphen'
}

/** A stretch of text between forced breaks; plain spaces are single, and never first or last. */
export type Paragraph = { readonly text: string; readonly pieces: readonly Piece[] }

/** A hyphen inside a compound, at least two letters from either end of a part: « Saint-Rémy », never « L-2 ». */
const HYPHEN = /(?<=\p{L}{2}[-\u2010])(?=\p{L}{2})/u

/** Addresses are read letter by letter: a hyphen at a line end would be taken for theirs. */
const ADDRESS = /[@/]|\p{L}\.\p{L}/u

/** Parts of one word, at its hyphens. */
const hyphenated = (word: string): readonly string[] => (ADDRESS.test(word) ? [word] : word.split(HYPHEN))

function piecesOf(text: string, hyphens: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  const words = text.split(' ')
  let start = 0
  words.forEach((word, w) => {
    const parts = hyphens ? hyphenated(word) : [word]
    parts.forEach((part, p) => {
      const end = start + part.length
      const space = w < words.length - 1 ? 'space' : 'end'
      pieces.push({ start, end, after: p < parts.length - 1 ? 'hyphen' : space })
      start = end
    })
    start += 1
  })
  return pieces
}

/** Paragraphs in NFC. Blank lines inside are kept, those around are not. Only spaces and tabs are ever left out. */
export function paragraphsOf(text: string, hyphens: boolean): readonly Paragraph[] {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line => line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))
  while (lines[0] === '') lines.shift()
  while (lines.at(-1) === '') lines.pop()
  return lines.map(line => ({ text: line, pieces: piecesOf(line, hyphens) }))
}
