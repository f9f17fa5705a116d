// The PNG files of a piece: one per face, at the resolution and from the side that were asked for.
import type { Assets } from '../../model/assets.ts'
import type { Piece } from '../../model/sheet.ts'
import type { BackendContext, Rendered } from '../backend.ts'
import { renderPng } from './render-png.ts'

export async function renderFaces(
  piece: Piece,
  assets: Assets,
  { dpi, face, brandScreen }: BackendContext,
): Promise<readonly Rendered[]> {
  const files: Rendered[] = []
  // One after the other: a poster's pixels stand in memory while it is drawn.
  for (const sheet of piece.faces) {
    const bytes = await renderPng(sheet, piece, assets, { dpi, face, ...(brandScreen && { brandScreen }) })
    files.push({ ...(piece.faces.length > 1 && { face: sheet.face }), parts: [bytes] })
  }
  return files
}
