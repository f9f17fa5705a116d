// The exit codes: scripts and print shops rely on them (CONTRACT §1).

export const EXIT = {
  /** Everything asked for was written; warnings allowed. */
  done: 0,
  /** Errors in data, brand or template: no kit is complete. */
  refused: 1,
  usage: 2,
  /** A kit cannot be read, or the output cannot be written. */
  file: 3,
  /** A bug, or a written file that failed its own check. */
  bug: 4,
  /** Several kits: at least one complete, at least one not. */
  partial: 5,
  interrupted: 130,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]
