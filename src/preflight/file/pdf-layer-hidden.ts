// Every layer is shown.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfLayerHidden = {
  severity: 'error',
  title: text('aucun calque n’est masqué', 'no layer is hidden'),
  why: text(
    'Un calque masqué peut s’imprimer, ou manquer : on ne voit pas ce qu’on aura.',
    'A hidden layer may be printed, or missing: what you see is not what you get.',
  ),
  fix: text(
    'Affichez ou supprimez les calques, sans réglage d’affichage particulier.',
    'Show or delete layers, without special display settings.',
  ),
  source: 'GWG 2022 R0034; GWG 2022 R0036',
  standards: ['x4'],
  *find(pdf) {
    for (const { name, object, on, hasUsage } of pdf.layers.layers) {
      if (!on) yield { object, message: text(`calque « ${name} » masqué`, `layer “${name}” hidden`) }
      if (hasUsage)
        yield {
          object,
          message: text(
            `calque « ${name} » à affichage conditionnel (/Usage)`,
            `layer “${name}” shown on conditions (/Usage)`,
          ),
        }
    }
    if (pdf.layers.hasConfigs)
      yield {
        message: text('plusieurs configurations de calques (/Configs)', 'several layer configurations (/Configs)'),
      }
  },
} as const satisfies FileCheck
