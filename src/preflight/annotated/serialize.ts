// Objects of a file, written again as they were read (ISO 32000-1 7.3).
import type { PdfDict, PdfObject } from '../../pdf-reader/object.ts'

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`

/** Regular characters as they are, the others by their code. */
const nameOf = (value: string): string =>
  `/${[...value].map(char => (/^[A-Za-z0-9_.+:*@-]$/.test(char) ? char : `#${Buffer.from(char, 'latin1').toString('hex')}`)).join('')}`

/** Five decimals, no exponent. */
export const numberOf = (value: number): string => {
  const written = Number.isInteger(value) ? value.toFixed(0) : value.toFixed(5).replace(/0+$/, '').replace(/\.$/, '')
  return written === '-0' ? '0' : written
}

export const dictOf = ({ entries }: PdfDict): string =>
  `<< ${[...entries].map(([key, value]) => `${nameOf(key)} ${serialize(value)}`).join(' ')} >>`

export function serialize(value: PdfObject): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberOf(value)
  switch (value.kind) {
    case 'name':
      return nameOf(value.value)
    case 'string':
      return hex(value.bytes)
    case 'ref':
      return `${value.number} ${value.generation} R`
    case 'array':
      return `[${value.items.map(serialize).join(' ')}]`
    case 'dict':
      return dictOf(value)
    case 'stream':
      // A stream is always an object of its own (7.3.8): it cannot be the value of an entry.
      return 'null'
  }
}

/** A text string as UTF-16, which every reader shows (7.9.2.2). */
export function textOf(words: string): string {
  const units = Array.from({ length: words.length }, (_, at) => words.charCodeAt(at).toString(16).padStart(4, '0'))
  return `<FEFF${units.join('')}>`
}
