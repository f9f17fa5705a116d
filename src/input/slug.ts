// A name → a name of folder or file that every system takes: `[a-z0-9-]`, 80 characters at most.

export const LONGEST = 80

/** Letters that do not come apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** At the last whole word that fits; one word longer than that is cut within. */
function cutAtWord(words: string, longest: number): string {
  if (words.length <= longest) return words
  const end = words.lastIndexOf('-', longest)
  return words.slice(0, end > 0 ? end : longest)
}

/** Empty when nothing of the name can be kept; `longest` in characters. */
export const slug = (name: string, longest = LONGEST): string =>
  cutAtWord(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[œæßøłđðþı]/g, letter => LETTERS[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')
      .replace(/-$/, ''),
    longest,
  )
