// SVG, for the registry: one file per face, what is printed and cut, text as outlines.
import { text } from '../../model/diagnostic.ts'
import type { Backend } from '../backend.ts'
import { renderSvg } from './render-svg.ts'

export const svg: Backend = {
  title: text('SVG en millimètres, planches en calques nommés', 'SVG in millimetres, plates as named layers'),
  extension: 'svg',
  render: async (piece, assets) =>
    piece.faces.map(sheet => ({
      ...(piece.faces.length > 1 && { face: sheet.face }),
      bytes: new TextEncoder().encode(renderSvg(sheet, piece, assets, { face: 'production', text: 'outline' })),
    })),
}
