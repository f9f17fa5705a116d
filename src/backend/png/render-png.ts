// One face of a piece as a PNG: exact pixels, its resolution and the sRGB profile written in it.
import { setImmediate } from 'node:timers/promises'
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { type Mm, toPx } from '../../model/length.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { imagesOf } from '../../sheet/walk.ts'
import { faceBox } from '../svg/face.ts'
import { drawBands, isCovered } from './draw-pixels.ts'
import { packPicture } from './pack-picture.ts'
import { pngFile } from './png-chunks.ts'

export type PngOptions = {
  readonly dpi: number
  readonly face: 'production' | 'public'
  /** See `FaceOptions.brandScreen`. */
  readonly brandScreen?: readonly BrandColor[]
}

/** `round(mm / 25.4 × dpi)` pixels on each side of the trim (public) or of trim, bleed and slug (production). */
export async function renderPng(sheet: Sheet, piece: Piece, assets: Assets, options: PngOptions): Promise<Uint8Array> {
  const { dpi, face, brandScreen } = options
  const size = pngSize(sheet, face, dpi)
  const drawn = { face, brandScreen, view: faceBox(sheet, face), size }
  const { add, finish } = packPicture(size, {
    opaque: isCovered(sheet, drawn),
    photographic: imagesOf(sheet).length > 0,
  })
  for (const band of drawBands(sheet, piece, assets, drawn)) {
    add(band)
    // The renderer frees a band only when the event loop comes round.
    await setImmediate()
  }
  return pngFile(finish(), size, dpi)
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
