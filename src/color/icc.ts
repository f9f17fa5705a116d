// Reads what an ICC profile says of itself: its header, its table of tags and its description (ICC.1:2010 7).

export type IccHeader = {
  readonly size: number
  readonly version: number
  /** `prtr`, `mntr`, `scnr`, `spac`… */
  readonly deviceClass: string
  /** `CMYK`, `RGB `, `GRAY`… with its four characters. */
  readonly space: string
  readonly tags: readonly IccTag[]
}

export type IccTag = { readonly signature: string; readonly offset: number; readonly size: number }

const HEADER_SIZE = 128
const ENTRY_SIZE = 12
/** Real profiles hold 10 to 40 tags. */
const MAX_TAGS = 200

/** The header and tags, or nothing when the bytes are not a whole ICC profile. */
export function readIcc(bytes: Uint8Array): IccHeader | undefined {
  if (bytes.length < HEADER_SIZE + 4 || ascii(bytes, 36, 4) !== 'acsp') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(0)
  const count = view.getUint32(HEADER_SIZE)
  if (size > bytes.length || count > MAX_TAGS || HEADER_SIZE + 4 + count * ENTRY_SIZE > size) return undefined
  const tags = Array.from({ length: count }, (_, index) => readTag(view, bytes, index))
  if (tags.some(tag => tag.offset + tag.size > size)) return undefined
  return { size, version: view.getUint8(8), deviceClass: ascii(bytes, 12, 4), space: ascii(bytes, 16, 4), tags }
}

function readTag(view: DataView, bytes: Uint8Array, index: number): IccTag {
  const at = HEADER_SIZE + 4 + index * ENTRY_SIZE
  return { signature: ascii(bytes, at, 4), offset: view.getUint32(at + 4), size: view.getUint32(at + 8) }
}

/** The profile's name: the ASCII part of a v2 `desc`, the first language of a v4 `mluc`; empty when it has none. */
export function profileDescription(bytes: Uint8Array): string {
  const tag = readIcc(bytes)?.tags.find(({ signature }) => signature === 'desc')
  if (!tag || tag.size < 28) return ''
  const body = bytes.subarray(tag.offset, tag.offset + tag.size)
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const kind = ascii(body, 0, 4)
  if (kind === 'desc') return ascii(body, 12, view.getUint32(8)).split('\0')[0] ?? ''
  if (kind !== 'mluc') return ''
  const start = view.getUint32(24)
  return new TextDecoder('utf-16be').decode(body.subarray(start, start + view.getUint32(20))).replace(/\0+$/, '')
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 1000)))
