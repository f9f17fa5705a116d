// What a format is to the rest: a function from a piece to files, with nothing of the machine but what it is given.
import type { Assets } from '../model/assets.ts'
import type { BrandColor } from '../model/design.ts'
import type { Text } from '../model/diagnostic.ts'
import type { Piece } from '../model/sheet.ts'

export type BackendContext = {
  /** The date written in files; from the World, never the clock. */
  readonly date: Date
  /** The tool's version. */
  readonly version: string
  /** What a picture shows: the finished piece as people see it, or what is printed and cut. */
  readonly face: 'public' | 'production'
  /** Pixels per inch of a picture. */
  readonly dpi: number
  /** Text in SVG as text, which needs the fonts to be installed; as outlines otherwise. */
  readonly liveText?: boolean
  /** One PDF for all the faces of a piece, or one for each. */
  readonly pages?: 'piece' | 'face'
  /** Colours a picture shows by their declared screen value; all others are soft-proofed through the profile. */
  readonly brandScreen?: readonly BrandColor[]
}

/** A file of a piece: of one face, or of the whole piece when `face` is absent. */
export type Rendered = {
  readonly face?: 'recto' | 'verso'
  /** Its bytes, part after part: most of a PDF is the profile that all others carry too, which nobody copies. */
  readonly parts: readonly Uint8Array[]
  /** Of all of them, in hexadecimal, where the writer knows it already. */
  readonly sha256?: string
}

export type Backend = {
  readonly title: Text
  readonly extension: string
  /** Throws on a Sheet that no earlier stage should have let through: that is a bug. */
  render(piece: Piece, assets: Assets, context: BackendContext): Promise<readonly Rendered[]>
}
