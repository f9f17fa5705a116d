// What a file is, by its content: extensions lie.

export type Kind =
  | 'svg'
  | 'gzip'
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'illustrator'
  | 'eps'
  | 'corel'
  | 'metafile'
  | 'tiff'
  | 'heic'
  | 'avif'
  | 'gif'
  | 'bmp'
  | 'ico'
  | 'psd'
  | 'word'
  | 'powerpoint'
  | 'excel'
  | 'libreoffice'
  | 'office'
  | 'zip'
  | 'html'
  | 'empty'
  | 'unknown'

type Signature = readonly [kind: Kind, test: (head: string) => boolean]

const starts =
  (...marks: readonly string[]) =>
  (head: string): boolean =>
    marks.some(mark => head.startsWith(mark))

/** `RIFF`, a size, then what it holds. */
const riff =
  (pattern: RegExp) =>
  (head: string): boolean =>
    head.startsWith('RIFF') && pattern.test(head.slice(8, 12))

/** How far into a file a PDF may begin (ISO 32000-1, annex H, implementation note 13). */
const PDF_HEAD = 1024

const isPdf = (head: string): boolean => head.slice(0, PDF_HEAD).includes('%PDF-')

const isPostScript = starts('%!PS', '\xc5\xd0\xd3\xc6')

/** Illustrator signs both its PDF files (from 9) and its PostScript ones (before). */
const isIllustrator = (head: string): boolean =>
  isPdf(head)
    ? /AIPrivateData|\/Illustrator\b|AIMetaData/.test(head)
    : isPostScript(head) && /%%Creator: ?Adobe Illustrator/.test(head)

/** Bytes of the headers that follow the 14 of a bitmap file: OS/2 1 and 2, Windows 3 to 5. */
const BMP_HEADERS = [12, 16, 40, 52, 56, 64, 108, 124]

const isBmp = (head: string): boolean => head.startsWith('BM') && BMP_HEADERS.includes(head.charCodeAt(14))

/** Windows metafiles: placeable, plain (in memory or on disk), enhanced. */
const isMetafile = (head: string): boolean =>
  starts('\xd7\xcd\xc6\x9a', '\x01\0\x09\0\0', '\x02\0\x09\0\0')(head) ||
  (head.startsWith('\x01\0\0\0') && head.startsWith(' EMF', 40))

/** The first of each pair wins. */
const SIGNATURES: readonly Signature[] = [
  ['jpeg', starts('\xff\xd8\xff')],
  ['png', starts('\x89PNG\r\n\x1a\n')],
  ['webp', riff(/^WEBP/)],
  ['corel', riff(/^CDR/i)],
  ['illustrator', isIllustrator],
  ['pdf', isPdf],
  ['eps', isPostScript],
  ['tiff', starts('II*\0', 'MM\0*', 'II+\0', 'MM\0+')],
  ['gif', starts('GIF8')],
  ['bmp', isBmp],
  ['ico', starts('\0\0\x01\0', '\0\0\x02\0')],
  ['metafile', isMetafile],
  ['psd', starts('8BPS')],
  ['gzip', starts('\x1f\x8b')],
  ['office', starts('\xd0\xcf\x11\xe0')],
]

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes.subarray(0, 4096))
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes)
  if (head.startsWith('ftyp', 4)) return mediaKind(head)
  const markup = markupKind(bytes)
  // A drawing may speak of a PDF in its first lines; nothing else begins with `<`.
  if (markup !== 'unknown' && /^[\s\xef\xbb\xbf\xff\xfe\0]*</.test(head)) return markup
  return SIGNATURES.find(([, test]) => test(head))?.[0] ?? markup
}

/** The names of the first entries of an archive say which program wrote it. */
const ARCHIVES: readonly (readonly [Kind, RegExp])[] = [
  ['corel', /application\/x-vnd\.corel|content\/(?:riffData|root)\.(?:cdr|dat)/i],
  ['libreoffice', /application\/vnd\.oasis\.opendocument/],
  ['word', /\bword\//],
  ['powerpoint', /\bppt\//],
  ['excel', /\bxl\//],
]

/** The directory of an archive stands at its end. */
function zipKind(bytes: Uint8Array): Kind {
  const names = latin1(bytes.subarray(0, 65_536)) + latin1(bytes.subarray(Math.max(65_536, bytes.length - 65_536)))
  return ARCHIVES.find(([, pattern]) => pattern.test(names))?.[0] ?? 'zip'
}

/** The brands of ISO base media files (ISO 14496-12) that hold still pictures; generic ones leave it to the others. */
function mediaKind(head: string): Kind {
  const brands = head.slice(8, Math.min(64, 8 + head.charCodeAt(3)))
  if (/avi[fs]/.test(brands)) return 'avif'
  return /hei[cxms]|hev[cx]|mif1|msf1/.test(brands) ? 'heic' : 'unknown'
}

/** SVG is text: UTF-8 or UTF-16, after a byte order mark, a declaration, comments. */
function markupKind(bytes: Uint8Array): Kind {
  const text = decodeStart(bytes)
  const svg = /<(?:[\w-]+:)?svg[\s>/]/.exec(text)
  const html = /<html|<!doctype html/i.exec(text)
  if (svg && (!html || svg.index < html.index)) return 'svg'
  return html ? 'html' : 'unknown'
}

function decodeStart(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 200_000)
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start)
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start)
  return latin1(start)
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
