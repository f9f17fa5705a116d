// Inks that are followed by a machine or laid under the art: by the printer's names, or by those of the trade.
import type { PlateRole } from '../../model/ink.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { Job } from './job.ts'

/** Names that shops and RIPs give their plates, letters and figures only (facts of the trade, not a norm). */
const USUAL: Readonly<Record<PlateRole, readonly string[]>> = {
  cut: [
    'cutcontour',
    'cut',
    'thrucut',
    'throughcut',
    'perfcutcontour',
    'dieline',
    'diecut',
    'decoupe',
    'stanze',
    'contour',
  ],
  'kiss-cut': ['kisscut', 'kisscutcontour', 'halfcut', 'micoupe'],
  drill: ['drill', 'drilling', 'percage', 'holes'],
  white: ['white', 'whiteink', 'spotwhite', 'rdgwhite', 'blanc', 'weiss', 'opaquewhite', 'underbase'],
  varnish: ['varnish', 'spotvarnish', 'vernis', 'uvvarnish', 'gloss', 'lack', 'clear', 'rdggloss'],
  engrave: ['engrave', 'engraving', 'gravure', 'gravur'],
  braille: ['braille'],
}

const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** The role of an ink by its name; undefined for an ink that prints. */
export function roleOf(name: string, { printer }: Pick<Job, 'printer'>): PlateRole | undefined {
  // Object.keys only knows strings; the keys are those of the literal above.
  const roles = Object.keys(USUAL) as readonly PlateRole[]
  const own = roles.find(role => printer?.output.plates[role].name === name)
  return own ?? roles.find(role => USUAL[role].includes(folded(name)))
}

/** The role of a thing painted in one technical ink. */
export function technicalRole(item: Painted, job: Pick<Job, 'printer'>): PlateRole | undefined {
  const paints = paintsOf(item)
  const roles = paints.map(({ space }) => (space.family === 'Separation' ? roleOf(space.name, job) : undefined))
  return roles.length > 0 && roles.every(role => role === roles[0]) ? roles[0] : undefined
}

export const isTechnical = (item: Painted, job: Pick<Job, 'printer'>): boolean => technicalRole(item, job) !== undefined
