// « CrÃ¨che » → « Crèche »: UTF-8 that was read as Windows-1252 on its way, read back as it was.
import iconv from 'iconv-lite'

/**
 * A first byte of UTF-8 and the bytes that follow it (80 to BF), as Windows-1252 shows them. Only the first bytes of letters
 * and signs that a French text holds, and that are no French letters: « CAFÉ» » and « né»… » are what they say.
 */
const SEQUENCE =
  /[\u00C2-\u00C5\u00E1\u00E2\u00EF\u00F0][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{1,3}/g

function readBack(sequence: string): string {
  // The longest beginning that is one character of UTF-8; what follows it is kept.
  for (let length = Math.min(4, sequence.length); length >= 2; length--) {
    const bytes = iconv.encode(sequence.slice(0, length), 'windows-1252')
    if (bytes.length !== length) continue
    try {
      const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      if ([...decoded].length === 1) return decoded + sequence.slice(length)
    } catch {
      // Not a character: a shorter beginning may be one.
    }
  }
  return sequence
}

/** `à` is `Ã` and a no-break space, which spreadsheets turn into a space. */
const LOST_A = /Ã (?: (?=\S))?/g

/** The text as it was meant; the same text when nothing in it can be read back. */
export const ungarble = (value: string): string =>
  value.includes('\uFFFD') ? value : value.replace(SEQUENCE, readBack).replace(LOST_A, 'à ').replace(/à $/, 'à')
