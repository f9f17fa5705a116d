// Numbers, lists and lengths as SVG writes them.

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y

/** The numbers of a list separated by spaces or commas; nothing when it holds anything else. */
export function parseNumbers(source: string): number[] | undefined {
  const numbers: number[] = []
  let at = 0
  while (at < source.length) {
    if (/[\s,]/.test(source.charAt(at))) {
      at++
      continue
    }
    NUMBER.lastIndex = at
    const match = NUMBER.exec(source)
    if (!match) return undefined
    numbers.push(Number(match[0]))
    at = NUMBER.lastIndex
  }
  return numbers
}

/** Longer than any number people or programs write; the patterns below are for short texts. */
const MAX_LENGTH = 64

/** User units (CSS pixels) in each absolute unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  q: 96 / 101.6,
}

/** What relative lengths refer to. */
export type LengthBase = { readonly percent: number; readonly em: number }

/** A length in user units; nothing when it is not one. */
export function parseLength(source: string, base: LengthBase): number | undefined {
  if (source.length > MAX_LENGTH) return undefined
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)\s*$/i.exec(source)
  if (!match) return undefined
  const value = Number(match[1])
  const unit = (match[2] ?? '').toLowerCase()
  if (unit === '%') return (value * base.percent) / 100
  if (unit === 'em' || unit === 'rem') return value * base.em
  if (unit === 'ex') return (value * base.em) / 2
  const factor = UNITS[unit]
  return factor === undefined ? undefined : value * factor
}

/** A share from 0 to 1, written as a number or in percent. */
export function parseShare(source: string): number | undefined {
  if (source.length > MAX_LENGTH) return undefined
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?)\s*$/i.exec(source)
  if (!match) return undefined
  const value = match[2] === '%' ? Number(match[1]) / 100 : Number(match[1])
  return Math.min(1, Math.max(0, value))
}
