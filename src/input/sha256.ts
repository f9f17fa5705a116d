// What a file is known by.
import { createHash } from 'node:crypto'

/** In hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
