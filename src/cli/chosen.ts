// The choice of a piece, for the commands that look at a kit without making it.
import { text } from '../model/diagnostic.ts'
import { didYouMean } from './option-values.ts'
import { UsageError } from './usage-error.ts'

const unknownPiece = (id: string, ids: readonly string[]): UsageError =>
  new UsageError(
    text(
      `le kit n’a pas de pièce « ${id} » ; ses pièces : ${ids.join(', ')}`,
      `the kit has no piece “${id}”; it has: ${ids.join(', ')}`,
    ),
    didYouMean(id, ids),
  )

/** All the pieces of a kit, or the one asked for; one that does not exist is a mistake of usage. */
export function chosen<T>(pieces: readonly T[], idOf: (piece: T) => string, id: string | undefined): readonly T[] {
  const found = pieces.filter(piece => id === undefined || idOf(piece) === id)
  if (found.length === 0 && id !== undefined && pieces.length > 0) throw unknownPiece(id, pieces.map(idOf))
  return found
}
