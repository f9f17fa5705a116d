// The merged cells of a worksheet, which its XML tells only after all of its rows.
import { MAX_SHEET_BYTES } from './limits.ts'
import { type MergeFiller, mergeFiller, mergeOf } from './merges.ts'
import { inflatePart, type Zip } from './zip.ts'

const DATA_END = Buffer.from('sheetData>')
/** It stops at the next tag: a hostile list of unended tags is read once, not once for each. */
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([^"']*)["']/g

/** No tag of a worksheet that matters is longer. */
const MAX_TAG = 4096

/**
 * Read in a first pass over the bytes, before the rows that need them; the pass also tells a part that is cut short
 * before any of its rows is given.
 */
export async function readMerges(zip: Zip, path: string): Promise<MergeFiller> {
  const merges = mergeFiller(zip.source.file)
  let isAfterData = false
  let rest = Buffer.alloc(0)
  for await (const bytes of inflatePart(zip, path, MAX_SHEET_BYTES)) {
    const seen = Buffer.concat([rest, bytes])
    const end = seen.lastIndexOf(DATA_END)
    if (end >= 0) isAfterData = true
    if (!isAfterData) {
      rest = seen.subarray(-DATA_END.length)
      continue
    }
    const tail = seen.toString('latin1', Math.max(0, end))
    for (const [, range = ''] of tail.matchAll(MERGE)) {
      const merge = mergeOf(range)
      if (merge) merges.add(merge)
    }
    const open = tail.lastIndexOf('<')
    // A tag that goes on in the next part is read again, whole; one that was read is not.
    rest = Buffer.from(open > tail.lastIndexOf('>') ? tail.slice(open, open + MAX_TAG) : '', 'latin1')
  }
  return merges
}
