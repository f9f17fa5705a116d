// What an element may ask while it prepares: numbers, colours, texts, fonts, artwork. One scope per sheet and per place.
import type { Artwork, Effect } from '../artwork/artwork.ts'
import type { Photo } from '../artwork/photo.ts'
import type { Font } from '../model/assets.ts'
import type { BrandSpec, Datum, TextStyle } from '../model/design.ts'
import type { Place, Span, Text } from '../model/diagnostic.ts'
import type { Edges } from '../model/geometry.ts'
import type { Ink } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'

/** A text with its slots filled. */
export type Filled = {
  readonly text: string
  /** Place of the first datum that went in. */
  readonly from?: Span
}

/** Pixels that must be made at a size before the sheet can be drawn. */
export type ImageRequest = {
  readonly id: string
  readonly width: Mm
  readonly height: Mm
  readonly from?: Span
} & ImageSource

/** A crop of the photo, or what a logo cannot say in vectors. */
export type ImageSource =
  | {
      readonly photo: Photo
      readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    }
  | { readonly effect: Effect }

/** Each case of a union, without its id. */
export type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

export type Resources = {
  font(key: string): Font
  /** Vector or pixel artwork by logo key (`caf`, `partenaires.0`). */
  logo(key: string): Artwork | undefined
  pictogram(key: string): Artwork | undefined
  /** Asked for when it is drawn, never kept from when the element was prepared. */
  readonly photo?: Photo | undefined
}

export type Problem = {
  readonly rule: string
  readonly message: Text
  readonly hint?: Text
  readonly at?: Span
  readonly by?: Place
}

export type Scope = {
  /** The sheet: its size, u, bleed and outline class. */
  readonly width: Mm
  readonly height: Mm
  readonly u: Mm
  readonly bleed: Edges
  /** Smallest em size that the material holds; 0 when it asks for nothing. */
  readonly minText: Mm
  /** The piece is engraved or cut out: no fill, no ink, one colour. */
  readonly oneColour: boolean
  readonly lang: string
  readonly brand: BrandSpec
  readonly universe: string
  readonly resources: Resources
  /** Where this element stands in the template. */
  readonly by: Place | undefined
  number(expression: string | number): number
  flag(expression: string | boolean): boolean
  /** Fills slots and sets the typography; undefined when every slot it names is empty. */
  fill(content: string): Filled | undefined
  slot(path: string): Datum | undefined
  /** A colour of the universe or of the brand. */
  ink(name: string): Ink
  style(name: string): TextStyle | undefined
  /** Asks for pixels; returns the image id to put in a mark. */
  request(image: WithoutId<ImageRequest>): string
  /** A mistake of the template or of the data; the sheet cannot be right. */
  problem(problem: Problem): void
}
