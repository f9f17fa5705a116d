// All that the entries of a run say, in one hash: parts of one run must have read the same, or kits are made twice and others never.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import { canonicalLine } from '../model/manifest.ts'
import { shortPlace } from './places.ts'

/** Where it stands, and what it says; not where its file lies, which differs from machine to machine. A kit file is known by its name. */
function said({ index, file, origin, content, mends, skipped }: Entry): string {
  const place = 'line' in origin ? origin.line : shortPlace(origin)
  const data = content.kind === 'value' ? content.data : undefined
  return canonicalLine({ index, file: basename(file), place, data, mends, skipped })
}

export class EntriesHash {
  private readonly hash = createHash('sha256')

  /** The same entries, each noted as it passes. */
  async *noting(entries: AsyncIterable<Entry | Diagnostic>): AsyncGenerator<Entry | Diagnostic> {
    for await (const each of entries) {
      if (!('rule' in each)) this.hash.update(`${said(each)}\n`)
      yield each
    }
  }

  /** Once all have passed: with the ids that they ask for, in hexadecimal. */
  digest(kits: ReadonlySet<string>): string {
    for (const kit of [...kits].sort()) this.hash.update(`${kit}\n`)
    return this.hash.digest('hex')
  }
}
