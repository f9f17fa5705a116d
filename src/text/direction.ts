// Which way a text runs. We shape one direction at a time; reordering both on one line is not ours yet, and is refused.

export type Direction = 'ltr' | 'rtl' | 'mixed'

/** Blocks whose letters run from right to left (Unicode bidi classes R and AL by default). */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Anything that runs, or is read, from left to right: letters of other scripts, and figures even among Arabic. */
const LTR = /[\p{N}]|(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u

/** Embeddings, overrides and isolates: what is seen is then no longer what is read. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/

export function directionOf(text: string): Direction {
  if (CONTROLS.test(text)) return 'mixed'
  if (!RTL.test(text)) return 'ltr'
  return LTR.test(text) ? 'mixed' : 'rtl'
}
