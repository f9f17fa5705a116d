// One face of a piece as a PNG: exact pixels, its resolution and the sRGB profile written in it.
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { toPx } from '../../model/length.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { imagesOf } from '../../sheet/walk.ts'
import { drawFace, type FaceDrawing, isOpaque } from '../svg/face.ts'
import type { Pixels } from '../svg/png-file.ts'
import { collectRgb, collectRgba, cutOutPixels, withoutIdleAlpha } from './collect.ts'
import { compressPng } from './compress-png.ts'
import { rasterize, type Size } from './rasterize.ts'

export type PngOptions = {
  readonly dpi: number
  readonly face: 'production' | 'public'
  /** See `FaceOptions.brandScreen`. */
  readonly brandScreen?: readonly BrandColor[]
}

const MM_PER_INCH = 25.4
const WHITE = '#ffffff'
const BLACK = '#000000'

/** `round(mm / 25.4 × dpi)` pixels on each side of the trim (public) or of trim, bleed and slug (production). */
export async function renderPng(sheet: Sheet, piece: Piece, assets: Assets, options: PngOptions): Promise<Uint8Array> {
  const { dpi, face, brandScreen } = options
  const density = dpi / MM_PER_INCH
  const drawing = drawFace(sheet, piece, assets, { face, text: 'outline', brandScreen, clean: true, density })
  const size: Size = { width: toPx(drawing.box.width, dpi), height: toPx(drawing.box.height, dpi) }
  const pixels = drawPixels(drawing, size, isOpaque(piece, face))
  return compressPng(pixels, { dpi, photographic: imagesOf(sheet).length > 0 })
}

export function drawPixels(drawing: FaceDrawing, size: Size, opaque: boolean): Pixels {
  const { silhouette } = drawing
  const bands = rasterize(drawing, size, opaque ? WHITE : undefined)
  if (opaque && !silhouette) return collectRgb(bands, size)
  const pixels = collectRgba(bands, size)
  return withoutIdleAlpha(silhouette ? cutOutPixels(pixels, rasterize(silhouette, size, BLACK)) : pixels)
}
