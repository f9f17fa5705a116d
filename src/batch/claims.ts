// The ids that the entries of a batch ask for: which kits are still wanted, and which two would write into one folder.
import { likelyId } from '../input/kit-id.ts'
import type { Span } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import { claimedId, claimSpan, idSpan } from './duplicates.ts'

export const likelyIdIn = (content: Entry['content']): string =>
  content.kind === 'value' ? likelyId(content.data) : ''

export type Claim = { readonly id: string; readonly at: Span }

/** The entry that asked first for an id; `refused` once it has been told that another asks for it too. */
export type First = { readonly rank: number; readonly at: Span; refused: boolean }

/** `kit` is absent for an entry that is refused; `read` is what could be read of it all the same. */
export const claimOf = (entry: Entry, kit: Kit | undefined, read: Kit | undefined): Claim => ({
  id: read?.id ?? claimedId(entry),
  at: kit ? idSpan(kit) : claimSpan(entry),
})

export class Claims {
  /** Whether a refused entry does not say which kit it would make. */
  hasUnnamed = false
  private readonly asked = new Set<string>()
  private readonly firsts = new Map<string, First>()

  get ids(): ReadonlySet<string> {
    return new Set([...this.firsts.keys(), ...this.asked])
  }

  /** The kit that a refused row would make is still asked for: what a former run made of it is no orphan. */
  nameRefused(id: string): void {
    if (id === '') this.hasUnnamed = true
    else this.asked.add(id)
  }

  /** A hidden row is not asked for now, and is still a row of the sheet: its kit is no orphan. A closed structure's is. */
  nameSkipped({ skipped, content }: Entry): void {
    const id = skipped === 'hidden' ? likelyIdIn(content) : ''
    if (id !== '') this.asked.add(id)
  }

  /** Whoever has claimed the id before; else it is now the one of `rank`. */
  claim({ id, at }: Claim, rank: number): First | undefined {
    const first = this.firsts.get(id)
    if (!first && id !== '') this.firsts.set(id, { rank, at, refused: false })
    return first
  }
}
