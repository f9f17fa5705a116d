// The registry of formats: a new one is a folder and an entry here; options, help and documentation follow.
import { text } from '../model/diagnostic.ts'
import type { Backend } from './backend.ts'

export const backends = {
  pdf: {
    title: text('PDF/X pour l’imprimeur', 'PDF/X for the printer'),
    extension: 'pdf',
    // Each format is loaded when it is asked for: start-up is import time.
    async render(piece, assets, context) {
      const { drawPdf } = await import('./pdf/render-pdf.ts')
      if (context.pages !== 'face' || piece.faces.length === 1) return [drawPdf(piece, assets, context)]
      return piece.faces.map(sheet => ({
        face: sheet.face,
        ...drawPdf({ ...piece, faces: [sheet] }, assets, context),
      }))
    },
  },
  svg: {
    title: text('SVG en millimètres, planches en calques nommés', 'SVG in millimetres, plates as named layers'),
    extension: 'svg',
    async render(piece, assets, context) {
      const { renderFaces } = await import('./svg/svg.ts')
      return renderFaces(piece, assets, context)
    },
  },
  png: {
    title: text('PNG, la pièce telle qu’on la verra', 'PNG, the piece as people will see it'),
    extension: 'png',
    async render(piece, assets, context) {
      const { renderFaces } = await import('./png/png.ts')
      return renderFaces(piece, assets, context)
    },
  },
} as const satisfies Readonly<Record<string, Backend>>

export type Format = keyof typeof backends

// The keys of the literal above, which `Object.keys` only knows as strings.
export const FORMATS = Object.keys(backends) as readonly Format[]
