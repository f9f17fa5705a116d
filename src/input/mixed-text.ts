// A text whose lines are not all in one encoding: UTF-8 where its bytes are, and elsewhere the Windows-1252 they are probably in.
//
// A byte that is no UTF-8 goes through the reading of rows as a lone surrogate, U+DC80 to U+DCFF, which no text holds: its
// cell can then be told, and only there is its letter guessed.
import iconv from 'iconv-lite'
import { type Text, text } from '../model/diagnostic.ts'

/** The encoding of most of its lines; the others are told one by one. */
export type Mostly = 'utf-8' | 'windows-1252'

const MORE = -1
const NONE = 0

/** F0 begins no shorter character written longer. */
const LEAST_AFTER_F0 = 0x90

/** Bytes of a character. Those of other leads are letters and signs of French in Windows-1252, as in « CAFÉ» » or « né»… ». */
function lengthBy(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xc5) return 2
  if (lead === 0xe1 || lead === 0xe2 || lead === 0xef) return 3
  return lead === 0xf0 ? 4 : NONE
}

/** Bytes of the character of UTF-8 at `at`; NONE when there is none, MORE when the bytes end within it. */
function characterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lengthBy(lead)
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next]
    if (byte === undefined) return MORE
    if (byte < (next === 1 && lead === 0xf0 ? LEAST_AFTER_F0 : 0x80) || byte > 0xbf) return NONE
  }
  return length
}

const STRAY = 0xdc00

/** Takes a text in parts, whatever character a part ends in; a byte order mark is left out. */
export function mixedDecoder(): { write(bytes: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest: Uint8Array = new Uint8Array(0)
  let isStart = true
  const decode = (bytes: Uint8Array, isLast: boolean): string => {
    const parts: string[] = []
    let [from, at] = [0, 0]
    while (at < bytes.length) {
      const length = characterAt(bytes, at)
      if (length === MORE && !isLast) break
      if (length > 0) at += length
      else {
        parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(STRAY + (bytes[at] ?? 0)))
        from = ++at
      }
    }
    parts.push(decoder.decode(bytes.subarray(from, at)))
    rest = bytes.slice(at)
    return parts.join('')
  }
  const withoutMark = (decoded: string): string => {
    if (!isStart || decoded === '') return decoded
    isStart = false
    return decoded.replace(/^\uFEFF/, '')
  }
  return {
    write: bytes => withoutMark(decode(rest.length === 0 ? bytes : Buffer.concat([rest, bytes]), false)),
    end: () => withoutMark(decode(rest, true)),
  }
}

/** Lone ones: in a `u` pattern, the halves of a character beyond U+FFFF are one sign. */
const HIGH = /[\uDC80-\uDCFF]/gu
const OF_UTF_8 = /(?![\uDC80-\uDCFF])[^\0-\x7F]/u

const FOREIGN = /[\uDC80-\uDCFF]/u

/** The upper half of the page, a letter for each byte from 80. */
const UPPER = iconv.decode(Buffer.from(Array.from({ length: 0x80 }, (_, rank) => 0x80 + rank)), 'windows-1252')

/** The text as it is read: what is no UTF-8 as the letters of Windows-1252. */
export const readable = (mixed: string): string =>
  mixed.replace(HIGH, sign => UPPER[sign.charCodeAt(0) - STRAY - 0x80] ?? sign)

/** Whether some of the text is not in the encoding of the others. */
export const isOdd = (mixed: string, mostly: Mostly): boolean =>
  mostly === 'utf-8' ? FOREIGN.test(mixed) : OF_UTF_8.test(mixed)

/** Numbers of lines, from 1: the first few, and how many there are. */
export type OddLines = { readonly count: number; readonly first: readonly number[] }

export type Mixed = { readonly mostly: Mostly; readonly odd: OddLines }

const NAMED = 5

/** Counts the lines of each encoding in a text given in parts. Undefined when all are in one. */
export function mixedLines(parts: Iterable<Uint8Array>, isMarked: boolean): Mixed | undefined {
  const decoder = mixedDecoder()
  const seen = { 'utf-8': { count: 0, first: [] as number[] }, 'windows-1252': { count: 0, first: [] as number[] } }
  const count = (encoding: Mostly, number: number): void => {
    seen[encoding].count++
    if (seen[encoding].first.length < NAMED) seen[encoding].first.push(number)
  }
  let [number, foreign, own, isCarriage] = [1, false, false, false]
  const endLine = (): void => {
    // A line that is in both is odd in either.
    if (own) count('utf-8', number)
    if (foreign) count('windows-1252', number)
    ;[number, foreign, own] = [number + 1, false, false]
  }
  const see = (decoded: string): void => {
    for (let at = 0; at < decoded.length; at++) {
      const code = decoded.charCodeAt(at)
      if (code === 10 && !isCarriage) endLine()
      else if (code === 13) endLine()
      else if (code >= STRAY + 0x80 && code <= STRAY + 0xff && !isPairEnd(decoded, at)) foreign = true
      else if (code > 0x7f) own = true
      isCarriage = code === 13
    }
  }
  for (const bytes of parts) see(decoder.write(bytes))
  see(decoder.end())
  endLine()
  const { 'utf-8': utf8, 'windows-1252': other } = seen
  if (utf8.count === 0 || other.count === 0) return undefined
  const mostly = isMarked || utf8.count >= other.count ? 'utf-8' : 'windows-1252'
  return { mostly, odd: mostly === 'utf-8' ? other : utf8 }
}

/** The end of a character beyond U+FFFF is no stray byte. */
const isPairEnd = (decoded: string, at: number): boolean => {
  const before = decoded.charCodeAt(at - 1)
  return before >= 0xd800 && before <= 0xdbff
}

/** « la ligne 7 n’est pas en UTF-8, les autres le sont ». */
export function toldMixed({ mostly, odd: { count, first } }: Mixed): Text {
  const more = count - first.length
  const [last, ...others] = [...first.map(String), ...(more > 0 ? [String(more)] : [])].toReversed()
  const join = (and: string, rest: string): string => {
    const end = more > 0 ? `${last ?? ''} ${rest}` : (last ?? '')
    return others.length === 0 ? end : `${others.toReversed().join(', ')} ${and} ${end}`
  }
  const [fr, en] = [join('et', more > 1 ? 'autres' : 'autre'), join('and', more > 1 ? 'others' : 'other')]
  if (mostly === 'utf-8') {
    return count === 1
      ? text(`la ligne ${fr} n’est pas en UTF-8, les autres le sont`, `line ${en} is not in UTF-8, the others are`)
      : text(
          `les lignes ${fr} ne sont pas en UTF-8, les autres le sont`,
          `lines ${en} are not in UTF-8, the others are`,
        )
  }
  return count === 1
    ? text(
        `la ligne ${fr} est en UTF-8, les autres en Windows-1252`,
        `line ${en} is in UTF-8, the others in Windows-1252`,
      )
    : text(
        `les lignes ${fr} sont en UTF-8, les autres en Windows-1252`,
        `lines ${en} are in UTF-8, the others in Windows-1252`,
      )
}
