// The eight kinds of PDF object (ISO 32000-1 7.3), as plain values.

export type PdfName = { readonly kind: 'name'; readonly value: string }
export type PdfString = { readonly kind: 'string'; readonly bytes: Uint8Array }
export type PdfRef = { readonly kind: 'ref'; readonly number: number; readonly generation: number }
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfObject[] }
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfObject> }
export type PdfStream = {
  readonly kind: 'stream'
  readonly dict: PdfDict
  /** As in the file, still encoded. */
  readonly raw: Uint8Array
  /** Object number, 0 for an inline image. */
  readonly number: number
}

export type PdfObject = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream

/** A bare word: an operator, or `obj`, `R`, `stream`; also a number that is not legal, such as `1e-7`. */
export type Keyword = { readonly kind: 'keyword'; readonly value: string }

export const EMPTY_DICT: PdfDict = { kind: 'dict', entries: new Map() }

const isKind = (
  value: PdfObject | Keyword | undefined,
): value is Exclude<PdfObject, null | boolean | number> | Keyword => typeof value === 'object' && value !== null

export const asName = (value: PdfObject | undefined): string | undefined =>
  isKind(value) && value.kind === 'name' ? value.value : undefined

export const asBytes = (value: PdfObject | undefined): Uint8Array | undefined =>
  isKind(value) && value.kind === 'string' ? value.bytes : undefined

export const asNumber = (value: PdfObject | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

export const asArray = (value: PdfObject | undefined): readonly PdfObject[] | undefined =>
  isKind(value) && value.kind === 'array' ? value.items : undefined

/** A dictionary, or the dictionary of a stream. */
export const asDict = (value: PdfObject | undefined): PdfDict | undefined => {
  if (!isKind(value)) return undefined
  if (value.kind === 'dict') return value
  return value.kind === 'stream' ? value.dict : undefined
}

export const asStream = (value: PdfObject | undefined): PdfStream | undefined =>
  isKind(value) && value.kind === 'stream' ? value : undefined

export const asRef = (value: PdfObject | undefined): PdfRef | undefined =>
  isKind(value) && value.kind === 'ref' ? value : undefined

export const isKeyword = (value: PdfObject | Keyword | undefined, word?: string): value is Keyword =>
  isKind(value) && value.kind === 'keyword' && (word === undefined || value.value === word)

/** The name an operator ends with. */
export const nameIn = (operands: readonly PdfObject[]): string | undefined => asName(operands.at(-1))
