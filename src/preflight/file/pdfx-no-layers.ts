// Layers in a file of PDF/X-1a or X-3, which have none.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxNoLayers = {
  severity: 'error',
  locked: true,
  title: text('un PDF/X-1a ou X-3 n’a pas de calques', 'a PDF/X-1a or X-3 has no layers'),
  why: text(
    'Un RIP de cette norme ne connaît pas les calques : ce qu’un calque masque s’imprime.',
    'A RIP of this standard knows no layers: what a layer hides is printed.',
  ),
  fix: text('Exportez sans calques, ou en PDF/X-4.', 'Export without layers, or as PDF/X-4.'),
  fixFor: () => text('Exportez sans calques.', 'Export without layers.'),
  source: 'ISO 15930-4:2003; ISO 15930-6:2003; ISO 32000-1 8.11 (PDF 1.5)',
  standards: ['x1a', 'x3'],
  *find(pdf) {
    if (pdf.catalog.entries.has('OCProperties'))
      yield { message: text('calques (/OCProperties)', 'layers (/OCProperties)') }
  },
} as const satisfies FileCheck
