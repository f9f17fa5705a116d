// A small part of a piece as people will see it, for checks that look at pixels: QR codes.
import type { Assets } from '../../model/assets.ts'
import { allEdges, type Box, type Matrix, multiply, outset, transformBox } from '../../model/geometry.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { turned } from '../svg/face.ts'
import { inverse } from '../svg/inverse.ts'
import type { Pixels } from '../svg/png-file.ts'
import { drawPixels } from './draw-pixels.ts'

/** A box in a group's own space, and what maps that space to the sheet's; `margin` is in mm of the sheet. */
export type Region = { readonly box: Box; readonly matrix: Matrix; readonly margin: number }

/** RGB pixels, right-reading; `toSpace` maps them back to the region's own space. */
export type RegionPicture = { readonly pixels: Pixels; readonly toSpace: Matrix }

/**
 * Where there is no material, or clear film without white, pixels are black: the dark of a room behind a window, the
 * worst that can be behind a code.
 *
 * @param density pixels per mm of the sheet
 */
export function drawRegion(
  sheet: Sheet,
  piece: Piece,
  assets: Assets,
  { box, matrix, margin }: Region,
  density: number,
): RegionPicture {
  const view = turned(sheet, outset(transformBox(box, matrix), allEdges(margin)))
  const size = { width: Math.ceil(view.width * density), height: Math.ceil(view.height * density) }
  const toView: Matrix = [view.width / size.width, 0, 0, view.height / size.height, view.x, view.y]
  const toSheet = sheet.mirrored ? multiply([-1, 0, 0, 1, sheet.width, 0], toView) : toView
  const pixels = drawPixels(sheet, piece, assets, { face: 'public', view, size })
  return { pixels: onBlack(pixels), toSpace: multiply(inverse(matrix), toSheet) }
}

function onBlack(pixels: Pixels): Pixels {
  const { width, height, channels, data } = pixels
  if (channels === 3) return pixels
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const share = (data[pixel * 4 + 3] ?? 0) / 255
    for (let channel = 0; channel < 3; channel++)
      rgb[pixel * 3 + channel] = Math.round((data[pixel * 4 + channel] ?? 0) * share)
  }
  return { width, height, channels: 3, data: rgb }
}
