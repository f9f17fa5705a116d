// A name → a name of folder or file that every system takes: `[a-z0-9-]`, 80 characters at most.

const LONGEST = 80

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
function cutAtWord(words: string): string {
  if (words.length <= LONGEST) return words
  const end = words.lastIndexOf('-', LONGEST)
  return words.slice(0, end > 0 ? end : LONGEST)
}

/** Empty when nothing of the name can be kept. */
export const slug = (name: string): string =>
  cutAtWord(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[œæßøłđðþı]/g, letter => LETTERS[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')
      .replace(/-$/, ''),
  )
