// Functions of one number (ISO 32000-1 7.10): sampled, exponential and stitched ones; PostScript is not run.
import { asDict, asStream, type PdfDict, type PdfObject, type PdfStream } from '../../../pdf-reader/object.ts'
import type { Objects } from '../../../pdf-reader/objects.ts'

export type Values = (t: number) => number[] | undefined

const MAX_DEPTH = 8

/** Undefined for a function of another kind; an array of functions gives one number each. */
export function functionOf(value: PdfObject, objects: Objects, depth = 0): Values | undefined {
  const list = objects.items(value)
  if (list) {
    const each = list.map(item => functionOf(item, objects, depth + 1))
    return t => each.flatMap(part => part?.(t) ?? [Number.NaN])
  }
  const dict = asDict(value)
  if (!dict || depth > MAX_DEPTH) return undefined
  switch (objects.number(dict, 'FunctionType')) {
    case 0:
      return sampled(asStream(value), objects)
    case 2:
      return exponential(dict, objects)
    case 3:
      return stitched(dict, objects, depth)
    default:
      return undefined
  }
}

/** Straight from one sample to the next. */
function sampled(stream: PdfStream | undefined, objects: Objects): Values | undefined {
  const dict = stream?.dict
  const [size = 0, ...more] = objects.numbers(dict, 'Size') ?? []
  const range = objects.numbers(dict, 'Range') ?? []
  const bits = objects.number(dict, 'BitsPerSample') ?? 0
  const outputs = range.length / 2
  if (!stream || more.length > 0 || size < 1 || outputs < 1 || ![8, 16, 32].includes(bits)) return undefined
  const { bytes } = objects.decode(stream)
  const width = bits / 8
  if (bytes.length < size * outputs * width) return undefined
  const [low = 0, high = 1] = objects.numbers(dict, 'Domain') ?? []
  const [from = 0, to = size - 1] = objects.numbers(dict, 'Encode') ?? []
  const decode = objects.numbers(dict, 'Decode') ?? range
  const sample = (index: number, output: number): number => {
    const at = (index * outputs + output) * width
    return bytes.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0) / (2 ** bits - 1)
  }
  return t => {
    const inside = Math.min(high, Math.max(low, t))
    const place = Math.min(size - 1, Math.max(0, from + ((inside - low) / (high - low || 1)) * (to - from)))
    const [before, after] = [Math.floor(place), Math.ceil(place)]
    return Array.from({ length: outputs }, (_, output) => {
      const share = sample(before, output) + (place - before) * (sample(after, output) - sample(before, output))
      const [least = 0, most = 1] = decode.slice(2 * output, 2 * output + 2)
      return least + share * (most - least)
    })
  }
}

function exponential(dict: PdfDict, objects: Objects): Values {
  const from = objects.numbers(dict, 'C0') ?? [0]
  const to = objects.numbers(dict, 'C1') ?? [1]
  const power = objects.number(dict, 'N') ?? 1
  return t => from.map((start, index) => start + (power === 1 ? t : t ** power) * ((to[index] ?? 0) - start))
}

function stitched(dict: PdfDict, objects: Objects, depth: number): Values {
  const parts = objects.array(dict, 'Functions').map(part => functionOf(part, objects, depth + 1))
  const [low = 0, high = 1] = objects.numbers(dict, 'Domain') ?? []
  const bounds = objects.numbers(dict, 'Bounds') ?? []
  const encode = objects.numbers(dict, 'Encode') ?? []
  return t => {
    const index = bounds.filter(bound => t >= bound).length
    const [from, to] = [index === 0 ? low : (bounds[index - 1] ?? low), bounds[index] ?? high]
    const [a, b] = [encode[2 * index] ?? 0, encode[2 * index + 1] ?? 1]
    return parts[index]?.(to === from ? a : a + ((t - from) / (to - from)) * (b - a))
  }
}
