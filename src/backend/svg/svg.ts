// The SVG files of a piece: one per face, what is printed and cut, text as outlines unless asked.
import type { Assets } from '../../model/assets.ts'
import type { Piece } from '../../model/sheet.ts'
import type { BackendContext, Rendered } from '../backend.ts'
import { renderSvg } from './render-svg.ts'

export const renderFaces = (piece: Piece, assets: Assets, { liveText }: BackendContext): readonly Rendered[] =>
  piece.faces.map(sheet => ({
    ...(piece.faces.length > 1 && { face: sheet.face }),
    parts: [
      new TextEncoder().encode(
        renderSvg(sheet, piece, assets, { face: 'production', text: liveText ? 'live' : 'outline' }),
      ),
    ],
  }))
