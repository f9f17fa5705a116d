// How the characters of a text file are written: UTF-8, UTF-16 or an old code page, told from all of its bytes.
import iconv from 'iconv-lite'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'

/** The encodings that a user may name, and what people call them. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16': 'UTF-16',
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15',
  macroman: 'Mac Roman',
  cp850: 'DOS (850)',
  cp437: 'DOS (437)',
} as const

export type EncodingName = keyof typeof ENCODINGS

/** As `iconv-lite` names them. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'windows-1252' | 'iso-8859-15' | 'macroman' | 'cp850' | 'cp437'

const NAMES: Readonly<Record<Encoding, EncodingName>> = {
  utf8: 'utf-8',
  utf16le: 'utf-16',
  utf16be: 'utf-16',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  macroman: 'macroman',
  cp850: 'cp850',
  cp437: 'cp437',
}

const BOMS: readonly { readonly bom: readonly number[]; readonly encoding: Encoding }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf8' },
  { bom: [0xff, 0xfe], encoding: 'utf16le' },
  { bom: [0xfe, 0xff], encoding: 'utf16be' },
]

/** What the bytes of a file are, counted. */
export type Census = {
  readonly bytes: number
  /** The encoding that a byte order mark names. */
  readonly marked?: Encoding
  readonly isUtf8: boolean
  /** Zeros at even offsets, and at odd ones. */
  readonly zeros: { readonly even: number; readonly odd: number }
  /** Accented letters, if the file is in Windows-1252. */
  readonly letters: number
  /** The same, if it is in Mac Roman, or in the DOS page: bytes that Windows-1252 hardly ever has beside a letter. */
  readonly mac: number
  readonly dos: number
}

/** é è ê ë à â ç ù û ô î ï of each page, where Windows-1252 has signs that no French word holds. */
const MAC = new Set([0x8e, 0x8f, 0x90, 0x91, 0x88, 0x89, 0x8d, 0x9d, 0x9e, 0x99, 0x94, 0x95])
const DOS = new Set([0x82, 0x8a, 0x88, 0x89, 0x85, 0x83, 0x87, 0x97, 0x96, 0x93, 0x8b])

/** É of a Mac, which DOS has for â, and Windows for a sign of Dutch money. */
const CAPITAL_E = 0x83
/** The apostrophe of a Mac, which Windows has for a letter of Portuguese and Estonian. */
const MAC_APOSTROPHE = 0xd5

const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/** Counts a file given in parts: an encoding can only be told from the whole of it. */
export function censusTaker(): { see(bytes: Uint8Array): void; end(): Census } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const head: number[] = []
  let [bytes, even, odd, letters, mac, dos, before] = [0, 0, 0, 0, 0, 0, 0]
  let isUtf8 = true
  const decodes = (part?: Uint8Array): boolean => {
    try {
      decoder.decode(part, { stream: part !== undefined })
      return true
    } catch {
      return false
    }
  }
  const countZeros = (part: Uint8Array): void => {
    for (let at = part.indexOf(0); at >= 0; at = part.indexOf(0, at + 1)) {
      if ((bytes + at) % 2 === 0) even++
      else odd++
    }
  }
  const countAccents = (part: Uint8Array): void => {
    for (const byte of part) {
      if (byte === MAC_APOSTROPHE || (byte === CAPITAL_E && !isSmall(before))) mac++
      else if (byte >= 0xc0) letters++
      else if (byte > 0x7f && isLetter(before)) {
        if (MAC.has(byte)) mac++
        if (DOS.has(byte)) dos++
      }
      before = byte
    }
  }
  const see = (part: Uint8Array): void => {
    if (head.length < 3) head.push(...part.subarray(0, 3 - head.length))
    isUtf8 &&= decodes(part)
    countZeros(part)
    // The first accent of another encoding is what breaks UTF-8: nothing before it was to be counted.
    if (!isUtf8) countAccents(part)
    bytes += part.length
  }
  const end = (): Census => {
    isUtf8 &&= decodes()
    const marked = BOMS.find(({ bom }) => bom.every((byte, index) => head[index] === byte))?.encoding
    return { bytes, isUtf8, zeros: { even, odd }, letters, mac, dos, ...(marked ? { marked } : {}) }
  }
  return { see, end }
}

export function censusOf(bytes: Uint8Array): Census {
  const { see, end } = censusTaker()
  see(bytes)
  return end()
}

/**
 * Without a mark, UTF-16 shows by a zero in one byte of two: French has few letters beyond U+00FF. A few stray zeros of
 * some old database are not UTF-16.
 */
function wide({ bytes, zeros: { even, odd } }: Census): Encoding | undefined {
  if (bytes < 2 || bytes % 2 === 1) return undefined
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)]
  if (most * 4 < bytes || least * 50 > most) return undefined
  return odd > even ? 'utf16le' : 'utf16be'
}

export type Guess =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** Accents of an old Mac or of DOS: read as Windows-1252 they would become other signs. */
  | { readonly kind: 'other-page'; readonly encoding: 'macroman' | 'cp850' }
  | { readonly kind: 'not-text' }

/** More zeros than this share, and it is a file of a program. */
const ZEROS = 1 / 20

export function guessEncoding(census: Census): Guess {
  const { marked, isUtf8, zeros, bytes, letters, mac, dos } = census
  const encoding = marked ?? wide(census)
  if (encoding !== undefined && encoding !== 'utf8') return { kind: 'text', encoding }
  if (zeros.even + zeros.odd > bytes * ZEROS) return { kind: 'not-text' }
  if (isUtf8) return { kind: 'text', encoding: 'utf8' }
  if (Math.max(mac, dos) > letters) return { kind: 'other-page', encoding: dos > mac ? 'cp850' : 'macroman' }
  return { kind: 'text', encoding: 'windows-1252' }
}

export const encodingTitle = (encoding: Encoding): string => ENCODINGS[NAMES[encoding]]

/** A decoder that takes a text in parts, whatever character a part ends in; a byte order mark is left out. */
export const decoderOf = (encoding: Encoding): { write(bytes: Uint8Array): string; end(): string } => {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  return { write: bytes => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' }
}

const wholeFile = (file: string) => ({ file, line: 1, column: 1, length: 0 })

/** Said of a file that was read, but not in the encoding that is never guessed. */
export const encodingRemark = (file: string, encoding: Encoding): Diagnostic => {
  const name = encodingTitle(encoding)
  return diagnose('encoding', wholeFile(file), text(`le fichier est en ${name}`, `the file is in ${name}`), {
    hint: text('enregistrez-le en UTF-8 ; vérifiez les accents', 'save it as UTF-8; check the accents'),
  })
}

const PAGES: Readonly<Record<'macroman' | 'cp850', Text>> = {
  macroman: text('d’un ancien Mac', 'an old Mac'),
  cp850: text('d’un logiciel sous DOS', 'DOS software'),
}

/** Said of a file whose accents belong to a page that nothing declares. */
export const otherPage = (file: string, encoding: 'macroman' | 'cp850', hint: Text): Diagnostic =>
  diagnose(
    'unknown-encoding',
    wholeFile(file),
    text(
      `les accents ne sont ni en UTF-8 ni en Windows-1252 ; ils semblent venir ${PAGES[encoding].fr}`,
      `the accents are neither in UTF-8 nor in Windows-1252; they seem to come from ${PAGES[encoding].en}`,
    ),
    { hint },
  )
