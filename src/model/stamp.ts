// What a kit was made from: while none of it has changed, its files are right and need not be made again.

/** How the World was asked, and what it answered: the SHA-256 of a file or of a folder's names, else the reason or the kind. */
export type Reads = Readonly<Record<'read' | 'list' | 'kind', Readonly<Record<string, string>>>>

export type Stamp = {
  /** SHA-256 of the data, the options and the tool. */
  readonly key: string
  /** The user's own files that were asked for, by path from the root of the project. */
  readonly reads: Reads
  /** What the manifest says, in English, by its French sentence: whoever goes by a kit that is right may speak it. */
  readonly english: Readonly<Record<string, string>>
}
