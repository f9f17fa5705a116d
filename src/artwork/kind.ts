// What a file is, by its content: extensions lie.

export type Kind =
  | 'svg'
  | 'svgz'
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'eps'
  | 'tiff'
  | 'heic'
  | 'avif'
  | 'gif'
  | 'bmp'
  | 'psd'
  | 'office'
  | 'html'
  | 'empty'
  | 'unknown'

const SIGNATURES: readonly (readonly [Kind, number, string])[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['webp', 8, 'WEBP'],
  ['pdf', 0, '%PDF-'],
  ['eps', 0, '%!PS'],
  ['eps', 0, '\xc5\xd0\xd3\xc6'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['tiff', 0, 'II+\0'],
  ['tiff', 0, 'MM\0+'],
  ['gif', 0, 'GIF8'],
  ['bmp', 0, 'BM'],
  ['psd', 0, '8BPS'],
  ['svgz', 0, '\x1f\x8b'],
  ['office', 0, 'PK\x03\x04'],
  ['office', 0, '\xd0\xcf\x11\xe0'],
]

/** The brands of ISO base media files (ISO 14496-12) that hold still pictures. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes.subarray(0, 4096))
  const signature = SIGNATURES.find(([, at, mark]) => head.startsWith(mark, at))
  if (signature) return signature[0]
  if (head.startsWith('ftyp', 4)) {
    const brand = head.slice(8, 12)
    return brand.startsWith('avi') ? 'avif' : HEIC_BRANDS.includes(brand) ? 'heic' : 'unknown'
  }
  return markupKind(bytes)
}

/** SVG is text: UTF-8 or UTF-16, after a byte order mark, a declaration, comments. */
function markupKind(bytes: Uint8Array): Kind {
  const text = decodeStart(bytes)
  if (/<(?:[\w-]+:)?svg[\s>/]/.test(text)) return 'svg'
  return /<html|<!doctype html/i.test(text) ? 'html' : 'unknown'
}

function decodeStart(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 200_000)
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start)
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start)
  return latin1(start)
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
