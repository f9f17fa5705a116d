// The bytes of the QR decoder that ships with its package: read once, when the first code is checked.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let bytes: Uint8Array | undefined

export function qrEngine(): Uint8Array {
  bytes ??= readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return bytes
}
