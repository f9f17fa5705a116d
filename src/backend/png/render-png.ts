// One face of a piece as a PNG: exact pixels, its resolution and the sRGB profile written in it.
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { type Mm, toPx } from '../../model/length.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { imagesOf } from '../../sheet/walk.ts'
import { faceBox } from '../svg/face.ts'
import { compressPng } from './compress-png.ts'
import { drawLargePixels } from './draw-pixels.ts'

export type PngOptions = {
  readonly dpi: number
  readonly face: 'production' | 'public'
  /** See `FaceOptions.brandScreen`. */
  readonly brandScreen?: readonly BrandColor[]
}

/** `round(mm / 25.4 × dpi)` pixels on each side of the trim (public) or of trim, bleed and slug (production). */
export async function renderPng(sheet: Sheet, piece: Piece, assets: Assets, options: PngOptions): Promise<Uint8Array> {
  const { dpi, face, brandScreen } = options
  const view = faceBox(sheet, face)
  const pixels = await drawLargePixels(sheet, piece, assets, {
    face,
    brandScreen,
    view,
    size: pngSize(sheet, face, dpi),
  })
  return compressPng(pixels, { dpi, photographic: imagesOf(sheet).length > 0 })
}

/** Pixels of a face at a resolution. */
export function pngSize(
  sheet: Sheet,
  face: PngOptions['face'],
  dpi: number,
): { readonly width: number; readonly height: number } {
  const box = faceBox(sheet, face)
  const pixels = (length: Mm): number => Math.max(1, toPx(length, dpi))
  return { width: pixels(box.width), height: pixels(box.height) }
}
