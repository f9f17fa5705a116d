// The names of processing steps.
import { type Text, text } from '../../model/diagnostic.ts'
import type { ProcessingStep } from '../../pdf-reader/layer.ts'
import type { FileCheck } from './file-check.ts'

export const pdfProcessingStep = {
  severity: 'error',
  title: text(
    'les calques techniques portent une étape ISO 19593-1 connue',
    'technical layers carry a known ISO 19593-1 step',
  ),
  why: text(
    'C’est à ce nom que la table de découpe reconnaît son tracé.',
    'This is the name by which a cutter knows its line.',
  ),
  fix: text(
    'Corrigez GTS_ProcStepsGroup et GTS_ProcStepsType du calque.',
    'Correct the layer’s GTS_ProcStepsGroup and GTS_ProcStepsType.',
  ),
  source: 'ISO 19593-1:2018 6; GWG 2022 R1001',
  standards: ['x4'],
  *find(pdf) {
    for (const { step, name, object } of pdf.layers.layers) {
      const mistake = step && mistakeOf(step)
      if (mistake)
        yield { object, message: text(`calque « ${name} » : ${mistake.fr}`, `layer “${name}”: ${mistake.en}`) }
    }
  },
} as const satisfies FileCheck

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Structural:
    'Cutting PartialCutting ReversePartialCutting Creasing ReverseCreasing CuttingCreasing ReverseCuttingCreasing PartialCuttingCreasing ReversePartialCuttingCreasing Drilling Gluing FoilStamping ColdFoilStamping Embossing Debossing Perforating Bleed VarnishFree InkFree InkVarnishFree Folding Punching Stapling'.split(
      ' ',
    ),
  Positions: ['Hologram', 'Barcode', 'ContentArea', 'CodingMarking', 'Imprinting'],
  Dimensions: [],
  Braille: [],
  Legend: [],
  White: [],
  Varnish: [],
}

/** A vendor's own group or type starts with its registered prefix. */
const VENDOR = /^[A-Z]{3,4}_./

function mistakeOf({ group, type, hasType }: ProcessingStep): Text | undefined {
  if (group === undefined) return text('étape sans groupe', 'step without a group')
  if (VENDOR.test(group)) return undefined
  const types = Object.hasOwn(TYPES, group) ? TYPES[group] : undefined
  if (!types) return text(`groupe inconnu « ${group} »`, `unknown group “${group}”`)
  if (types.length === 0)
    return hasType ? text(`le groupe ${group} n’a pas de type`, `group ${group} takes no type`) : undefined
  if (type === undefined) return text(`le groupe ${group} demande un type`, `group ${group} needs a type`)
  return types.includes(type) || VENDOR.test(type)
    ? undefined
    : text(`type inconnu « ${type} »`, `unknown type “${type}”`)
}
