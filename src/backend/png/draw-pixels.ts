// A face, or a part of one, as pixels.
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import type { Box } from '../../model/geometry.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { drawFace, type FaceDrawing, isOpaque, isWhole, nestedIn } from '../svg/face.ts'
import type { Pixels } from '../svg/png-file.ts'
import { collector, cutOut } from './collect.ts'
import { type Band, bandsOf, rasterize, type Size } from './rasterize.ts'

export type PixelOptions = {
  readonly face: 'production' | 'public'
  readonly brandScreen?: readonly BrandColor[]
  /** The part to draw, as it is looked at: right-reading on the public face. */
  readonly view: Box
  readonly size: Size
  /** See `bandsOf`. */
  readonly bandPixels?: number
}

export function drawPixels(sheet: Sheet, piece: Piece, assets: Assets, options: PixelOptions): Pixels {
  const { add, pixels } = collector(options.size, isCovered(sheet, options))
  for (const band of drawBands(sheet, piece, assets, options)) add(band)
  return pixels()
}

/** Whether a face hides all that is behind it, everywhere in the view. */
export const isCovered = (sheet: Sheet, { face, view }: PixelOptions): boolean =>
  isOpaque(sheet, face) && (face === 'production' || isWhole(sheet, view))

/** From the top. Each is drawn when it is asked for. */
export function* drawBands(sheet: Sheet, piece: Piece, assets: Assets, options: PixelOptions): Generator<Band> {
  const { face, brandScreen, view, size, bandPixels } = options
  const density = size.width / view.width
  const background = isOpaque(sheet, face) ? '#ffffff' : undefined
  const draw = (part: Box): FaceDrawing =>
    drawFace(sheet, piece, assets, {
      face,
      text: 'outline',
      brandScreen,
      clean: true,
      pixels: { density, view: part },
    })
  // Layers in layers reach beyond a band: they are drawn once, in one piece.
  const most = nestedIn(sheet, assets, face, { density, view }) ? Number.POSITIVE_INFINITY : bandPixels
  for (const band of bandsOf(view, size, most)) {
    const drawing = draw(band.view)
    const rgba = rasterize(drawing, band.size, background)
    if (drawing.silhouette) cutOut(rgba, rasterize(drawing.silhouette, band.size, '#000000'))
    yield { top: band.top, height: band.size.height, rgba }
  }
}
