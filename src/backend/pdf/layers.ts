// Layers: optional-content groups for art and for each plate, with the processing step that machines look for.
import { PLATE_ROLES, type PlateRole } from '../../model/ink.ts'
import type { Output } from '../../model/sheet.ts'
import type { Part } from '../../sheet/walk.ts'
import { nameOf } from './name.ts'
import { type Dictionary, type Ref, Text } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

/** In the order of painting: plates last, over finished art, each on its own (ISO 19593-1, and the only order in which
 * every renderer keeps both plates and art). */
export const PARTS: readonly Part[] = ['art', 'marks', 'legend', ...PLATE_ROLES]

export const plateRole = (part: Part): PlateRole | undefined => PLATE_ROLES.find(role => role === part)

export type Layers = {
  /** The layer of a part, made when it is first drawn on. */
  of(part: Part): Ref
  /** What the catalog says of the layers, when there are any. */
  properties(): Dictionary | undefined
}

/** What people read in a viewer's list of layers. */
const TITLES = { art: 'Visuel', marks: 'Repères', legend: 'Légende' } as const

export function createLayers(file: PdfFile, output: Output): Layers {
  const groups = new Map<Part, Ref>()
  return {
    of(part) {
      const known = groups.get(part)
      if (known) return known
      const group = file.add(groupDictionary(part, output))
      groups.set(part, group)
      return group
    },
    properties: () => {
      const all = PARTS.flatMap(part => groups.get(part) ?? [])
      if (all.length === 0) return undefined
      return { OCGs: all, D: { Name: new Text('Signakit'), BaseState: 'ON', ON: all, Order: all } }
    },
  }
}

function groupDictionary(part: Part, { plates }: Output): Dictionary {
  const role = plateRole(part)
  if (role) {
    const { layer, step } = plates[role]
    return { Type: 'OCG', Name: new Text(layer), GTS_Metadata: step && processingStep(step) }
  }
  const title = part === 'marks' || part === 'legend' ? TITLES[part] : TITLES.art
  return { Type: 'OCG', Name: new Text(title) }
}

const processingStep = ({ group, type }: { readonly group: string; readonly type?: string }): Dictionary => ({
  GTS_ProcStepsGroup: nameOf(group),
  GTS_ProcStepsType: type && nameOf(type),
})
