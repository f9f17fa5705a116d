// Whether a datum says the same as another, and was written at the same place: then nothing that is made of it changes.
import type { Datum } from '../model/design.ts'
import type { Span } from '../model/diagnostic.ts'

export const sameSpan = (a: Span | undefined, b: Span | undefined): boolean =>
  a === b || (a?.file === b?.file && JSON.stringify(a) === JSON.stringify(b))

export function sameDatum(a: Datum | undefined, b: Datum | undefined): boolean {
  if (a === b) return true
  if (!a || !b || !sameSpan(a.at, b.at)) return false
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameDatum(item, b.items[index]))
    )
  // No text is made of a record as a whole.
  return a.kind !== 'record' && b.kind === a.kind && b.value === a.value
}
