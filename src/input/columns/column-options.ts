// What the reading of columns is told from outside: the products that exist, and the user's own mapping.
import type { Caf } from '../reference.ts'
import type { MapFile } from './map-file.ts'

/** A family of products, and the keys that a kit may set on its pieces: `{ id: 'plaque', keys: ['matiere', 'fixation'] }`. */
export type Family = { readonly id: string; readonly keys: readonly string[] }

export type ColumnOptions = {
  readonly families: readonly Family[]
  readonly cafs: readonly Caf[]
  /** `--map`, as `readMapFile` gives it. */
  readonly map?: MapFile | undefined
}
