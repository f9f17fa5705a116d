// What a piece had no room for: one finding for each datum, at its line, since a funder or an address is never a detail.
import type { Datum } from '../model/design.ts'
import { type Diagnostic, type Span, type Text, text } from '../model/diagnostic.ts'
import type { Dropped } from './fit.ts'
import type { FitInput } from './stage.ts'

/** Places of the kit's own data: the words of the brand are nobody's loss. */
function dataPlaces(datum: Datum | undefined, places: Set<string> = new Set()): ReadonlySet<string> {
  if (!datum) return places
  if (datum.at) places.add(JSON.stringify(datum.at))
  if (datum.kind === 'record') for (const field of Object.values(datum.fields)) dataPlaces(field, places)
  if (datum.kind === 'list') for (const item of datum.items) dataPlaces(item, places)
  return places
}

/** The element is named when nothing of it comes from the kit. */
export function leftOut({ id, said }: Dropped, { piece, template }: FitInput): Diagnostic[] {
  const structure = piece.slots.kind === 'record' ? piece.slots.fields['structure'] : undefined
  const own = dataPlaces(structure)
  const label = template.labels[id] ?? `l’élément « ${id} »`
  const finding = (message: Text, at: Span | undefined): Diagnostic => ({
    rule: 'dropped-element',
    severity: 'warning',
    message,
    piece: piece.id,
    ...(at ? { at } : {}),
    hint: text(
      'raccourcissez les textes voisins, ou choisissez une pièce plus grande',
      'shorten the texts beside it, or choose a larger piece',
    ),
  })
  const data = said.filter(({ from }) => from && own.has(JSON.stringify(from)))
  if (data.length === 0) {
    const message = text(
      `faute de place, ${label} ne figure pas sur ${piece.id}`,
      `for want of room, ${id} is left out of ${piece.id}`,
    )
    return [finding(message, undefined)]
  }
  return data.map(({ content, from }) =>
    finding(
      text(
        `faute de place, « ${content} » (${label}) ne figure pas sur ${piece.id}`,
        `for want of room, “${content}” (${id}) is left out of ${piece.id}`,
      ),
      from,
    ),
  )
}
