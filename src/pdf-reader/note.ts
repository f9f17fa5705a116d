// What the reader had to forgive. A note never stops the reading; the rules decide what it is worth.

export type Note = {
  readonly code:
    | 'header-offset'
    | 'xref-rebuilt'
    | 'object-missing'
    | 'object-illegal'
    | 'stream-length'
    | 'stream-damaged'
    | 'page-tree'
  /** Object concerned, when it is one. */
  readonly object?: number
  readonly detail?: string
}
