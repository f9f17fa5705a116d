// What the reading of columns is told from outside: the products that exist, and the user's own mapping.
import type { Caf } from '../reference.ts'
import type { MapFile } from './map-file.ts'

/** A family of products, and the keys that a kit may set on its pieces: `{ id: 'plaque', keys: ['matiere', 'fixation'] }`. */
export type Family = { readonly id: string; readonly keys: readonly string[] }

/** A column by its place, from 0, and its title on one line. */
export type Titled = { readonly index: number; readonly title: string }

export type ColumnOptions = {
  readonly families: readonly Family[]
  readonly cafs: readonly Caf[]
  /** `--map`, as `readMapFile` gives it. */
  readonly map?: MapFile | undefined
  /** Titles of the other sheets that the same `--map` serves: a line may name one of them and be of no use here. */
  readonly others?: readonly Titled[]
  /** Whether `--set` gives the pieces of every row: then no row is asked what it orders. */
  readonly givenPieces?: boolean
}
