// Why bytes were refused as a font. Thrown by the parser, turned into a diagnostic for users' files.

export type FontFault =
  | 'empty'
  | 'too-large'
  | 'not-a-font'
  | 'collection'
  | 'compressed'
  | 'variable'
  | 'no-outlines'
  | 'no-characters'
  | 'damaged'
  | 'restricted'

export class FontError extends Error {
  override readonly name = 'FontError'
  readonly fault: FontFault

  constructor(fault: FontFault, id: string, cause?: unknown) {
    super(`font ${id}: ${fault}`, { cause })
    this.fault = fault
  }
}
