// Bytes as characters: classes of ISO 32000-1 7.2.2, latin-1 views, searches.

const WHITE = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1
const DELIMITER = new Uint8Array(256)
for (const char of '()<>[]{}/%') DELIMITER[char.charCodeAt(0)] = 1

export const isWhite = (code: number | undefined): boolean => code !== undefined && WHITE[code] === 1
export const isDelimiter = (code: number | undefined): boolean => code !== undefined && DELIMITER[code] === 1
export const isRegular = (code: number | undefined): boolean =>
  code !== undefined && WHITE[code] === 0 && DELIMITER[code] === 0
export const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** One character a byte. */
export const latin1 = (bytes: Uint8Array): string => view(bytes).toString('latin1')

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The same between two offsets; most are names of a few letters, for which a call of Node's costs more than the letters. */
export function latin1Between(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 12) return latin1(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

/** The text when the bytes are sound UTF-8. */
export const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

export const indexOf = (bytes: Uint8Array, word: string, from = 0): number => view(bytes).indexOf(word, from, 'latin1')

export const lastIndexOf = (bytes: Uint8Array, word: string): number =>
  view(bytes).lastIndexOf(word, undefined, 'latin1')

/** Every offset of a word, in order. */
export const allIndexesOf = (bytes: Uint8Array, word: string): number[] => {
  const found: number[] = []
  for (let at = indexOf(bytes, word); at >= 0; at = indexOf(bytes, word, at + word.length)) found.push(at)
  return found
}

export const hexDigit = (code: number | undefined): number => {
  if (code === undefined) return -1
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

/** Unsigned big-endian integer; bytes beyond the end read as 0. */
export const uint = (bytes: Uint8Array, at: number, size: number): number => {
  let value = 0
  for (let index = 0; index < size; index++) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const [only] = parts
  if (only && parts.length === 1) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
