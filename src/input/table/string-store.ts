// Many texts in little memory: packed in UTF-8 outside of the heap, made into strings one by one.
import { MAX_STRING_BYTES } from './limits.ts'

const BLOCK = 4 * 1024 * 1024

export type StringStore = {
  /** False when the store is full. */
  add(value: string): boolean
  at(index: number): string | undefined
  readonly count: () => number
}

export function stringStore(): StringStore {
  const blocks: Buffer[] = []
  /** Where each text starts and ends, counted over all the blocks; a text lies in one block. */
  let [starts, ends] = [new Uint32Array(1024), new Uint32Array(1024)]
  let [count, next] = [0, 0]
  const grown = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(old.length * 2)
    larger.set(old)
    return larger
  }
  return {
    add: value => {
      const length = Buffer.byteLength(value)
      if (length > BLOCK || next + length > MAX_STRING_BYTES) return false
      if (count === starts.length) [starts, ends] = [grown(starts), grown(ends)]
      if ((next % BLOCK) + length > BLOCK) next += BLOCK - (next % BLOCK)
      const rank = Math.floor(next / BLOCK)
      const block = blocks[rank] ?? Buffer.allocUnsafeSlow(BLOCK)
      blocks[rank] = block
      block.write(value, next % BLOCK, 'utf8')
      starts[count] = next
      next += length
      ends[count++] = next
      return true
    },
    at: index => {
      const [start, end] = [starts[index], ends[index]]
      if (index >= count || start === undefined || end === undefined) return undefined
      const from = start % BLOCK
      return blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + end - start) ?? ''
    },
    count: () => count,
  }
}
