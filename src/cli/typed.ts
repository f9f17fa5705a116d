// How a word is typed on a command line that people copy: in quotes when a shell would cut or read it.

/** Nothing in it that a shell splits or reads; a letter of any language is a letter. */
const BARE = /^[\p{L}\p{M}\p{N}_@%+=:,./\\-]+$/u

/** Double quotes are those of every system; the apostrophes of POSIX where they would let something through. */
export function typed(file: string): string {
  if (BARE.test(file)) return file
  return /["$`\\!]/.test(file) ? `'${file.replaceAll("'", `'\\''`)}'` : `"${file}"`
}
