// `--piece` in a batch: which of the pieces asked for a kit has. A kit that has none is left alone, like a row outside the filters.
import { foldId } from '../input/fold-id.ts'
import { nearest } from '../input/nearest.ts'
import type { KitPiece, RenderOptions } from '../pipeline.ts'

export type Asked = NonNullable<RenderOptions['pieces']>

/** Those of `asked` that are among the pieces. */
export function hadBy(asked: Asked, pieces: readonly KitPiece[]): Asked {
  const ids = new Set(pieces.map(({ id }) => id))
  return asked.filter(({ id }) => ids.has(foldId(id)))
}

/**
 * Those that the kit has, as it names them. A product that we do not know, and that is nearly one of those asked for and not
 * had, is taken for it: the kit is then refused for its own misspelt word, instead of being left in silence.
 */
export function askedOf(asked: Asked, pieces: readonly KitPiece[]): Asked {
  const had = hadBy(asked, pieces)
  const misspelt = pieces.filter(({ known }) => !known).map(({ id }) => id)
  const missing = asked.filter(each => !had.includes(each))
  return [...had, ...missing.flatMap(({ id }) => nearest(foldId(id), misspelt) ?? []).map(id => ({ id }))]
}
