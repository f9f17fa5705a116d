// LZW (ISO 32000-1 7.4.4). PDF/X forbids it, yet a foreign file must be read before it can be told so.
import type { Budget } from './budget.ts'
import { concat } from './bytes.ts'
import type { Decoded } from './inflate.ts'

const CLEAR = 256
const END = 257

export function lzw(data: Uint8Array, earlyChange: number, budget: Budget): Decoded {
  const parts: Uint8Array[] = []
  let table: Uint8Array[] = []
  let width = 9
  let previous: Uint8Array | undefined
  let bits = 0
  let held = 0
  let damage: string | undefined
  const reset = (): void => {
    table = []
    width = 9
    previous = undefined
  }
  const lookup = (code: number): Uint8Array | undefined => {
    if (code < 256) return Uint8Array.of(code)
    if (code - 258 < table.length) return table[code - 258]
    return code - 258 === table.length && previous ? extend(previous, previous) : undefined
  }
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xffffff
    held += 8
    if (held < width) continue
    held -= width
    const code = (bits >> held) & ((1 << width) - 1)
    if (code === END) break
    if (code === CLEAR) {
      reset()
      continue
    }
    const entry = lookup(code)
    if (!entry) {
      damage = 'LZW'
      break
    }
    if (!budget.spend('decodedBytes', entry.length)) break
    parts.push(entry)
    if (previous && table.length < 4096 - 258) {
      // Each entry is the one before plus a byte: their sizes add up, so they count as decoded too.
      budget.spend('decodedBytes', previous.length)
      table.push(extend(previous, entry))
    }
    previous = entry
    const next = table.length + 258 + earlyChange
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
  }
  return damage === undefined ? { bytes: concat(parts) } : { bytes: concat(parts), damage }
}

function extend(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + 1)
  whole.set(head)
  whole[head.length] = tail[0] ?? 0
  return whole
}
