// Simple fonts: a byte to a character, by base encoding and glyph names (ISO 32000-1 9.6.6, annex D).
import { asDict, asName, asNumber, type PdfObject } from './object.ts'
import type { Objects } from './objects.ts'

export type SimpleEncoding = {
  readonly unicode: ReadonlyMap<number, string>
  /** Codes whose glyph is named `.notdef`. */
  readonly notdef: ReadonlySet<number>
}

const table = (encoding: string): readonly string[] => {
  const bytes = Uint8Array.from({ length: 256 }, (_, code) => code)
  return Array.from(new TextDecoder(encoding).decode(bytes))
}

const BASES: Readonly<Record<string, () => readonly string[]>> = {
  WinAnsiEncoding: () => table('windows-1252'),
  MacRomanEncoding: () => table('macintosh'),
  StandardEncoding: () => STANDARD,
}

/** Printable ASCII with curly quotes; the upper half of the standard encoding is found by name only. */
const STANDARD: readonly string[] = Array.from({ length: 256 }, (_, code) => {
  if (code === 39) return '’'
  if (code === 96) return '‘'
  return code >= 32 && code < 127 ? String.fromCharCode(code) : ''
})

/** Names of the Latin glyph list (AGL) that are not a letter, `uniXXXX` or a letter with its accent. */
const NAMES: Readonly<Record<string, string>> = {
  space: ' ',
  exclam: '!',
  quotedbl: '"',
  numbersign: '#',
  dollar: '$',
  percent: '%',
  ampersand: '&',
  quotesingle: "'",
  quoteright: '’',
  quoteleft: '‘',
  parenleft: '(',
  parenright: ')',
  asterisk: '*',
  plus: '+',
  comma: ',',
  hyphen: '-',
  period: '.',
  slash: '/',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  colon: ':',
  semicolon: ';',
  less: '<',
  equal: '=',
  greater: '>',
  question: '?',
  at: '@',
  bracketleft: '[',
  backslash: '\\',
  bracketright: ']',
  underscore: '_',
  grave: '`',
  braceleft: '{',
  bar: '|',
  braceright: '}',
  asciitilde: '~',
  guillemotleft: '«',
  guillemotright: '»',
  endash: '–',
  emdash: '—',
  bullet: '•',
  ellipsis: '…',
  quotedblleft: '“',
  quotedblright: '”',
  quotedblbase: '„',
  Euro: '€',
  degree: '°',
  section: '§',
  fi: 'ﬁ',
  fl: 'ﬂ',
  AE: 'Æ',
  ae: 'æ',
  OE: 'Œ',
  oe: 'œ',
  germandbls: 'ß',
  Oslash: 'Ø',
  oslash: 'ø',
  nbspace: ' ',
}

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  dieresis: '\u0308',
  ring: '\u030a',
  cedilla: '\u0327',
  caron: '\u030c',
}

export function characterOf(name: string): string | undefined {
  const plain = name.replace(/\..+$/, '')
  const known = Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined
  if (known !== undefined) return known
  if (/^[A-Za-z]$/.test(plain)) return plain
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain)
  const code = parseInt(hex?.[1] ?? hex?.[2] ?? '', 16)
  if (code <= 0x10ffff) return String.fromCodePoint(code)
  const [, letter, accent = ''] = /^([A-Za-z])([a-z]+)$/.exec(plain) ?? []
  const mark = Object.hasOwn(ACCENTS, accent) ? ACCENTS[accent] : undefined
  return letter !== undefined && mark !== undefined ? (letter + mark).normalize('NFC') : undefined
}

export function readSimpleEncoding(value: PdfObject, symbolic: boolean, objects: Objects): SimpleEncoding {
  const dict = asDict(value)
  const named = asName(value) ?? objects.name(dict, 'BaseEncoding')
  const base = BASES[named ?? (symbolic ? '' : 'StandardEncoding')]?.() ?? []
  const unicode = new Map<number, string>()
  base.forEach((character, code) => {
    if (character) unicode.set(code, character)
  })
  const notdef = new Set<number>()
  let code = 0
  for (const item of objects.array(dict, 'Differences')) {
    const name = asName(item)
    if (name === undefined) code = asNumber(item) ?? code
    else {
      const character = characterOf(name)
      if (name === '.notdef') notdef.add(code)
      if (character === undefined) unicode.delete(code)
      else unicode.set(code, character)
      code++
    }
  }
  return { unicode, notdef }
}
