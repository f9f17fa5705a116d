// Layers and their configurations.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxLayers = {
  severity: 'error',
  title: text('les calques sont déclarés comme PDF/X-4 le permet', 'layers are declared as PDF/X-4 allows'),
  why: text(
    'Un calque qui change d’état selon le lecteur imprime tantôt le tracé de découpe, tantôt rien.',
    'A layer whose state depends on the reader prints the cut line at times, and nothing at others.',
  ),
  fix: text(
    'Réexportez avec une seule configuration de calques, tous affichés.',
    'Export with one layer configuration, all shown.',
  ),
  source: 'ISO 15930-7:2010 6.24; ISO 32000-1 8.11.4',
  standards: ['x4'],
  *find(pdf) {
    const { configs, layers } = pdf.layers
    const names = configs.map(config => config.name)
    if (configs.length > 0 && names.some(name => !name.trim()))
      yield { message: text('configuration de calques sans nom', 'layer configuration without a name') }
    else if (new Set(names).size < names.length)
      yield { message: text('deux configurations de calques de même nom', 'two layer configurations of the same name') }
    for (const { hasAutoStates, order } of configs) {
      if (hasAutoStates) yield { message: text('états automatiques de calques (/AS)', 'automatic layer states (/AS)') }
      const listed = [...(order ?? [])].sort((a, b) => a - b).join()
      const all = layers
        .map(layer => layer.object)
        .sort((a, b) => a - b)
        .join()
      if (order && listed !== all)
        yield { message: text('/Order ne cite pas chaque calque une fois', '/Order does not list each layer once') }
    }
    if (configs[0] && configs[0].baseState !== 'ON')
      yield { message: text(`/BaseState ${configs[0].baseState}`, `/BaseState ${configs[0].baseState}`) }
    for (const { name, object } of layers)
      if (!name.trim()) yield { object, message: text('calque sans nom', 'layer without a name') }
  },
} as const satisfies FileCheck
