// The registry of formats: a new one is a folder and an entry here; options, help and documentation follow.
import { text } from '../model/diagnostic.ts'
import type { Backend } from './backend.ts'

export const backends = {
  pdf: {
    title: text('PDF/X-4 pour l’imprimeur', 'PDF/X-4 for the printer'),
    extension: 'pdf',
    // Each format is loaded when it is asked for: start-up is import time.
    async render(piece, assets, context) {
      const { renderPdf } = await import('./pdf/render-pdf.ts')
      return [{ bytes: renderPdf(piece, assets, context) }]
    },
  },
} as const satisfies Readonly<Record<string, Backend>>

export type Format = keyof typeof backends

// The keys of the literal above, which `Object.keys` only knows as strings.
export const FORMATS = Object.keys(backends) as readonly Format[]
