// PNG, for the registry: one file per face, at the resolution and from the side that were asked for.
import { text } from '../../model/diagnostic.ts'
import type { Backend, Rendered } from '../backend.ts'
import { renderPng } from './render-png.ts'

export const png: Backend = {
  title: text('PNG, la pièce telle qu’on la verra', 'PNG, the piece as people will see it'),
  extension: 'png',
  async render(piece, assets, { dpi, face }) {
    const files: Rendered[] = []
    // One after the other: a poster's pixels stand in memory while it is drawn.
    for (const sheet of piece.faces) {
      const bytes = await renderPng(sheet, piece, assets, { dpi, face })
      files.push({ ...(piece.faces.length > 1 && { face: sheet.face }), bytes })
    }
    return files
  },
}
