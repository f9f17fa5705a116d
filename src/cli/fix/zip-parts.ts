// The parts of an Office archive, all of them, to be written again with a few changed.
import { type Unzipped, unzipSync, zipSync } from 'fflate'

/** Bytes of all parts together, inflated: a sheet of a hundred thousand rows has some 60 MB. */
export const MAX_INFLATED = 512 * 1024 * 1024

export type Parts = Map<string, Uint8Array>

/** Undefined when they are larger than `limit` together, or no archive. */
export function readParts(bytes: Uint8Array, limit = MAX_INFLATED): Parts | undefined {
  let [total, refused] = [0, false]
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    total += originalSize
    refused ||= total > limit
    return !refused
  }
  let parts: Unzipped
  try {
    parts = unzipSync(bytes, { filter })
  } catch {
    return undefined
  }
  return refused ? undefined : new Map(Object.entries(parts))
}

/** The start of the time of ZIP: bytes do not depend on the clock (CONTRACT §8). */
const EPOCH = '1980-01-01T00:00:00'

export const writeParts = (parts: Parts): Uint8Array => zipSync(Object.fromEntries(parts), { level: 6, mtime: EPOCH })

/** A part by its path, whatever its case (ISO/IEC 29500-2 6.2.2). */
export function partName(parts: Parts, path: string): string | undefined {
  if (parts.has(path)) return path
  return [...parts.keys()].find(name => name.toLowerCase() === path.toLowerCase())
}

export function textOf(parts: Parts, path: string): string | undefined {
  const name = partName(parts, path)
  const bytes = name === undefined ? undefined : parts.get(name)
  // UTF-16 is allowed by the standard; a byte order mark tells it.
  if (!bytes) return undefined
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

/** Written in UTF-8; a part that said otherwise of itself says so no more. */
export function setText(parts: Parts, path: string, text: string): void {
  const declared = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/i, '$1"UTF-8"')
  parts.set(partName(parts, path) ?? path, new TextEncoder().encode(declared))
}
