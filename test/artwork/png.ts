// Writes PNG files chunk by chunk, for tests only: right ones, and those that no program would write.
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sides = Buffer.alloc(8)
  sides.writeUInt32BE(data.length, 0)
  sides.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([sides.subarray(0, 4), body, sides.subarray(4)])
}

/** RGB, 8 bits; `chunks` stand between the header and the end. */
export function png(width: number, height: number, ...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...chunks, chunk('IEND')])
}

/** Rows of one colour, each after the filter None. */
const rows = (width: number, height: number, level: number): Buffer => {
  const row = Buffer.alloc(1 + 3 * width, level)
  row[0] = 0
  return Buffer.concat(Array.from({ length: height }, () => row))
}

export const pixels = (width: number, height: number, level = 120): Buffer =>
  chunk('IDAT', deflateSync(rows(width, height, level)))

/** Some hundred kilobytes that inflate to 300 MB. */
export const bomb = (): Buffer => deflateSync(Buffer.alloc(300_000_000), { level: 9 })

/** Two pictures in one file. */
export function animated(width: number, height: number): Buffer {
  const control = (sequence: number): Buffer => {
    const data = Buffer.alloc(26)
    data.writeUInt32BE(sequence, 0)
    data.writeUInt32BE(width, 4)
    data.writeUInt32BE(height, 8)
    return chunk('fcTL', data)
  }
  const second = Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(rows(width, height, 10))])
  const frames = chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
  return png(width, height, frames, control(0), pixels(width, height), control(1), chunk('fdAT', second))
}
