// ASCIIHex, ASCII85 and RunLength (ISO 32000-1 7.4.2, 7.4.3, 7.4.5).
import type { Budget } from './budget.ts'
import { concat, hexDigit, isWhite } from './bytes.ts'
import type { Decoded } from './inflate.ts'

export function asciiHex(data: Uint8Array): Decoded {
  const out = new Uint8Array(data.length / 2 + 1)
  let length = 0
  let half = -1
  for (const code of data) {
    if (code === 62) break
    const digit = hexDigit(code)
    if (digit < 0) {
      if (isWhite(code)) continue
      return { bytes: out.subarray(0, length), damage: 'ASCIIHex' }
    }
    if (half < 0) half = digit
    else {
      out[length++] = half * 16 + digit
      half = -1
    }
  }
  if (half >= 0) out[length++] = half * 16
  return { bytes: out.subarray(0, length) }
}

export function ascii85(data: Uint8Array): Decoded {
  const out: number[] = []
  let group = 0
  let count = 0
  for (const code of data) {
    if (code === 126) break
    if (isWhite(code)) continue
    if (code === 122 && count === 0) out.push(0, 0, 0, 0)
    else if (code < 33 || code > 117) return { bytes: Uint8Array.from(out), damage: 'ASCII85' }
    else {
      group = group * 85 + code - 33
      if (++count === 5) {
        pushGroup(out, group, 4)
        group = 0
        count = 0
      }
    }
  }
  if (count > 1) {
    for (let pad = count; pad < 5; pad++) group = group * 85 + 84
    pushGroup(out, group, count - 1)
  }
  return { bytes: Uint8Array.from(out) }
}

function pushGroup(out: number[], group: number, size: number): void {
  for (let index = 0; index < size; index++) out.push(Math.floor(group / 256 ** (3 - index)) & 255)
}

export function runLength(data: Uint8Array, budget: Budget): Decoded {
  const parts: Uint8Array[] = []
  for (let at = 0; at < data.length; ) {
    const code = data[at++] ?? 128
    if (code === 128) break
    const size = code < 128 ? code + 1 : 257 - code
    if (!budget.spend('decodedBytes', size)) break
    parts.push(code < 128 ? data.subarray(at, at + size) : new Uint8Array(size).fill(data[at] ?? 0))
    at += code < 128 ? size : 1
  }
  return { bytes: concat(parts) }
}
