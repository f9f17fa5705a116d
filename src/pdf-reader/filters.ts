// The chain of filters of a stream, up to the first that gives pixels (DCT, JPX, CCITT, JBIG2), which is left as it is.
import { ascii85, asciiHex, runLength } from './ascii-filters.ts'
import type { Budget } from './budget.ts'
import { type Decoded, inflate } from './inflate.ts'
import { lzw } from './lzw.ts'
import { asArray, asDict, asName, asNumber, type PdfDict, type PdfObject } from './object.ts'
import { unpredict } from './predictor.ts'

export type FilterStep = { readonly name: string; readonly parms?: PdfDict }

type Lookup = (value: PdfObject | undefined) => PdfObject

/** Full names; inline images may abbreviate (ISO 32000-1 table 94). */
const NAMES: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

const listOf = (value: PdfObject): readonly PdfObject[] => asArray(value) ?? (value === null ? [] : [value])

export function filterSteps(dict: PdfDict, resolve: Lookup): FilterStep[] {
  const names = listOf(resolve(dict.entries.get('Filter') ?? dict.entries.get('F')))
  const parms = listOf(resolve(dict.entries.get('DecodeParms') ?? dict.entries.get('DP')))
  return names.flatMap((value, index) => {
    const name = asName(resolve(value))
    if (name === undefined) return []
    const settings = asDict(resolve(parms[index]))
    return [{ name: NAMES[name] ?? name, ...(settings && { parms: settings }) }]
  })
}

export function decode(raw: Uint8Array, steps: readonly FilterStep[], resolve: Lookup, budget: Budget): Decoded {
  if (!budget.allow('filters', steps.length)) return { bytes: new Uint8Array(0), damage: 'filters' }
  let bytes = raw
  for (const step of steps) {
    const setting = (key: string, fallback: number): number =>
      asNumber(resolve(step.parms?.entries.get(key))) ?? fallback
    const result = apply(step.name, bytes, setting, budget)
    if (!result) return { bytes }
    if (result.damage !== undefined) return result
    if (bytes.length > 0) budget.allow('ratio', result.bytes.length / (bytes.length + 64))
    bytes = result.bytes
  }
  return { bytes }
}

type Setting = (key: string, fallback: number) => number

/** Undefined for a filter that gives pixels or is not ours to undo. */
function apply(name: string, bytes: Uint8Array, setting: Setting, budget: Budget): Decoded | undefined {
  switch (name) {
    case 'FlateDecode':
      return predicted(inflate(bytes, budget), setting)
    case 'LZWDecode':
      return predicted(lzw(bytes, setting('EarlyChange', 1), budget), setting)
    case 'ASCIIHexDecode':
      return asciiHex(bytes)
    case 'ASCII85Decode':
      return budget.spend('decodedBytes', bytes.length * 4) ? ascii85(bytes) : undefined
    case 'RunLengthDecode':
      return runLength(bytes, budget)
    default:
      return undefined
  }
}

function predicted(decoded: Decoded, setting: Setting): Decoded {
  const predictor = setting('Predictor', 1)
  if (decoded.damage !== undefined || predictor < 2) return decoded
  const colors = setting('Colors', 1)
  return unpredict(decoded.bytes, {
    predictor,
    colors,
    bits: setting('BitsPerComponent', 8),
    columns: setting('Columns', 1),
  })
}
