// Text strings: UTF-16, UTF-8 or PDFDocEncoding (ISO 32000-1 7.9.2.2, annex D.3), and dates (7.9.4).
import { latin1, utf8 } from './bytes.ts'

const utf16be = new TextDecoder('utf-16be')
const utf16le = new TextDecoder('utf-16le')

/** PDFDocEncoding where it differs from latin-1. */
const DOC_24 = '˘ˇˆ˙˝˛˚˜'
const DOC_128 = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€'

export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutLanguage(utf16be.decode(bytes.subarray(2)))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le.decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3)) ?? latin1(bytes)
  let text = ''
  for (const code of bytes) text += docCharacter(code)
  return text
}

const docCharacter = (code: number): string => {
  if (code >= 24 && code < 32) return DOC_24[code - 24] ?? ''
  if (code >= 128 && code <= 160) return DOC_128[code - 128] ?? ''
  return String.fromCharCode(code)
}

const ESCAPE = String.fromCharCode(27)
/** A language may be announced between two escape characters. */
const LANGUAGE = new RegExp(`${ESCAPE}[A-Za-z-]*${ESCAPE}`, 'g')

const withoutLanguage = (text: string): string => text.replace(LANGUAGE, '')

const DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/** Milliseconds since 1970 of a PDF date; undefined when it is not legal. */
export function pdfDate(text: string): number | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    ,
    sign,
    zoneHour = '00',
    zoneMinute = '00',
  ] = match
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z'
  return isoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
}

const ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/

/** Milliseconds since 1970 of an XMP date (ISO 8601); undefined when it is not legal. */
export function isoDate(text: string): number | undefined {
  if (!ISO.test(text)) return undefined
  const value = Date.parse(text)
  return Number.isNaN(value) ? undefined : value
}
