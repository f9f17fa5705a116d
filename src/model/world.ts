// The outside world, as the pure stages see it: files, our own data, the date. `host/` makes the real one.

export type ReadFailure = 'missing' | 'forbidden' | 'directory' | 'too-large' | 'outside' | 'unreadable'

export type Read =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: ReadFailure }

/** A user's file, held open, for what is too large to be read whole. Every part comes from the file that was opened. */
export type OpenFile = {
  /** Bytes, when it was opened. */
  readonly size: number
  /** Differs when the file was written again since: two readings of one path can tell that they read the same thing. */
  readonly stamp: string
  /** At most `length` bytes from `offset`; fewer at the end of the file, none after it. */
  read(offset: number, length: number): Read
  close(): void
}

export type Opened =
  | { readonly ok: true; readonly file: OpenFile }
  | { readonly ok: false; readonly reason: ReadFailure }

export type World = {
  /** Written in files as their date: `SOURCE_DATE_EPOCH`, else a fixed date, so that bytes do not depend on the clock. */
  readonly date: Date
  /** The tool's version. */
  readonly version: string
  /** Reads a user's file. `root`, when given, is a folder that the real path (links resolved) may not leave. */
  read(path: string, options?: { readonly root?: string; readonly maxBytes?: number }): Read
  /** Opens a user's file to read it in parts, under the same guards as `read`. The caller closes it. */
  open(path: string, options?: { readonly root?: string; readonly maxBytes?: number }): Opened
  /** Names in a folder, sorted by code unit; empty when it is not a folder. */
  list(folder: string): readonly string[]
  /** Whether a path exists, and as what. */
  kind(path: string): 'file' | 'folder' | 'none'
  /** What `make` gives, made once in a run for that maker and key: for what is made of files, which are then read once. */
  once<T>(maker: object, key: string, make: () => T): T
  /** Absolute path of a file shipped with the tool, e.g. `own('templates/products')`. */
  own(path: string): string
}
