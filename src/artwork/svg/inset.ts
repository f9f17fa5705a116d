// A picture or a drawing inside a drawing, read before it is placed.
import type { Raster } from '../../model/assets.ts'
import type { Artwork } from '../artwork.ts'
import type { PixelPicture } from '../pixel-artwork.ts'
import type { Palette } from './palette.ts'

export type PixelInset = {
  readonly kind: 'pixels'
  readonly picture: PixelPicture
  /** The same as the light of a mask; only when the drawing has masks. */
  readonly light?: Raster
}

/** A drawing inside the drawing: marks in the colours that its place asks for. */
export type DrawingInset = { readonly kind: 'drawing'; draw(palette: Palette): Artwork | undefined }

export type Inset = PixelInset | DrawingInset
