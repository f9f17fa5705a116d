// Standard input as bytes, for the kit named `-`.
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

/** Enough for any kit; an endless stream must not fill the memory. The reader of kits refuses what is too large. */
const LIMIT = 64 * 1024 * 1024

export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    // A stream without an encoding gives buffers.
    const bytes = chunk as Buffer
    chunks.push(bytes)
    size += bytes.length
    if (size > LIMIT) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Reads it when it is named, once. */
export function standardInputOf(files: readonly string[]): Promise<Uint8Array | undefined> {
  const times = files.filter(file => file === '-').length
  if (times > 1) {
    throw new UsageError(text('l’entrée standard (-) n’est lue qu’une fois', 'stdin (-) is read only once'))
  }
  return times === 0 ? Promise.resolve(undefined) : readStandardInput()
}
