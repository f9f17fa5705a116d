// A face, or a part of one, as pixels.
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import type { Box } from '../../model/geometry.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { drawFace, isOpaque, isWhole } from '../svg/face.ts'
import type { Pixels } from '../svg/png-file.ts'
import { collectRgb, collectRgba, cutOut } from './collect.ts'
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
  const bands = drawBands(sheet, piece, assets, options)
  const covered = isOpaque(piece, options.face) && (options.face === 'production' || isWhole(sheet, options.view))
  return covered ? collectRgb(bands, options.size) : collectRgba(bands, options.size)
}

function* drawBands(sheet: Sheet, piece: Piece, assets: Assets, options: PixelOptions): Generator<Band> {
  const { face, brandScreen, view, size, bandPixels } = options
  const density = size.width / view.width
  const background = isOpaque(piece, face) ? '#ffffff' : undefined
  for (const band of bandsOf(view, size, bandPixels)) {
    const pixels = { density, view: band.view }
    const drawing = drawFace(sheet, piece, assets, { face, text: 'outline', brandScreen, clean: true, pixels })
    const rgba = rasterize(drawing, band.size, background)
    if (drawing.silhouette) cutOut(rgba, rasterize(drawing.silhouette, band.size, '#000000'))
    yield { top: band.top, height: band.size.height, rgba }
  }
}
