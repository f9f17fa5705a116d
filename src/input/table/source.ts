// A user's table file, held open and read in parts; what fails while reading leaves as a finding.
import { text } from '../../model/diagnostic.ts'
import type { ReadFailure, World } from '../../model/world.ts'
import { unreadable } from '../decode.ts'
import { MAX_FILE_BYTES } from './limits.ts'
import { Refusal, refusal, tooLarge } from './refusal.ts'

export type Source = {
  /** As given on the command line. */
  readonly file: string
  /** Bytes. */
  readonly size: number
  /** At most `length` bytes from `offset`. */
  part(offset: number, length: number): Uint8Array
  /** The bytes of a range, in parts. */
  parts(offset: number, length: number): Generator<Uint8Array>
}

const PART = 64 * 1024

const failed = (file: string, reason: ReadFailure): Refusal =>
  reason === 'too-large'
    ? tooLarge(file, text('le fichier dépasse 1 Go', 'the file is larger than 1 GB'))
    : new Refusal(unreadable(file, reason))

/** A table is read several times: once to be known, once or more for its rows. */
const changed = (file: string): Refusal =>
  refusal(
    'file-unreadable',
    file,
    text('le fichier a changé pendant la lecture', 'the file has changed while it was read'),
    text('fermez le tableur, puis relancez', 'close the spreadsheet, then run it again'),
  )

function sourceOf(file: string, held: { size: number; read: ReturnType<typeof reading> }): Source {
  const part: Source['part'] = (offset, length) => held.read(offset, Math.min(length, Math.max(0, held.size - offset)))
  function* parts(offset: number, length: number): Generator<Uint8Array> {
    const end = Math.min(offset + length, held.size)
    for (let at = offset; at < end; at += PART) yield part(at, Math.min(PART, end - at))
  }
  return { file, size: held.size, part, parts }
}

/** A part shorter than was asked, within the size that the file had when it was opened, was cut off since. */
const reading =
  (file: string, read: (offset: number, length: number) => ReturnType<World['read']>) =>
  (offset: number, length: number): Uint8Array => {
    const found = read(offset, length)
    if (!found.ok) throw failed(file, found.reason)
    if (found.bytes.length < length) throw changed(file)
    return found.bytes
  }

/**
 * The file, opened, with the mark of its version; or a Refusal. With `expected`, the mark of an earlier reading, a file
 * written again since is refused.
 */
export function openSource(
  file: string,
  world: World,
  expected?: string,
): { readonly source: Source; readonly stamp: string; close(): void } {
  const opened = world.open(file, { maxBytes: MAX_FILE_BYTES })
  if (!opened.ok) throw failed(file, opened.reason)
  const held = opened.file
  if (expected !== undefined && held.stamp !== expected) {
    held.close()
    throw changed(file)
  }
  const read = reading(file, (offset, length) => held.read(offset, length))
  return { source: sourceOf(file, { size: held.size, read }), stamp: held.stamp, close: () => held.close() }
}
