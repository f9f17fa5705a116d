// The slots a template may name. An unknown one is a mistake of the template; a known one may be empty for this kit.
import type { Datum } from '../model/design.ts'
import { createLru } from '../text/lru.ts'

/** Every path that design may fill; `*` stands for any single name. `item.*` exists inside a `repeat`. */
export const KNOWN_SLOTS: readonly string[] = [
  'caf.code',
  'caf.codes',
  'caf.nom',
  'caf.article',
  'caf.territoire',
  'caf.de',
  'caf.pluriel',
  'caf.nombre',
  'structure.id',
  'structure.nom',
  'structure.nom-court',
  'structure.lieu',
  'structure.type',
  'structure.type.libelle',
  'structure.type.abrege',
  'structure.type.cle',
  'structure.type.pictogramme',
  'structure.type.univers',
  'structure.type-dans-nom',
  'structure.gestionnaire',
  'structure.adresse.ligne',
  'structure.adresse.courte',
  'structure.adresse.voie',
  'structure.adresse.complement',
  'structure.adresse.code-postal',
  'structure.adresse.commune',
  'structure.itinerant',
  'structure.communes',
  'structure.capacite',
  'structure.telephone',
  'structure.courriel',
  'structure.site-web',
  'structure.qr',
  'structure.horaires',
  'structure.labels',
  'structure.partenaires',
  'structure.partenaires-nombre',
  'structure.partenaires-logos',
  'structure.partenaires-sans-logo',
  'structure.partenaires-noms',
  'structure.photo',
  'structure.photo.credit',
  'structure.chiffres',
  'textes.*',
  'piece.*',
  'sheet.width',
  'sheet.height',
  'sheet.ratio',
  'sheet.shape',
  'sheet.round',
  'sheet.portrait',
  'sheet.family',
  'sheet.face',
  'sheet.verso',
  'sheet.holes',
  'sheet.safe',
  'sheet.one-colour',
  'sheet.tool',
  'sheet.hidden-top',
  'sheet.hidden-right',
  'sheet.hidden-bottom',
  'sheet.hidden-left',
  'sheet.border',
  'sheet.hole-side',
  'sheet.hole-end',
  'logo.caf',
  'brand.draft',
  'item.*',
  'forme-courte',
  'univers',
]

const known = new Set(KNOWN_SLOTS)

export function isKnownSlot(path: string): boolean {
  if (known.has(path)) return true
  const dot = path.lastIndexOf('.')
  return dot > 0 && known.has(`${path.slice(0, dot)}.*`)
}

/** What only the sheet decides: the same for every kit that is laid out on it. */
export const isOfSheet = (path: string): boolean =>
  path.startsWith('sheet.') || path.startsWith('brand.') || path === 'univers'

/** Paths kept as they were cut. */
const KEPT_PATHS = 1000

const keysOf = createLru<readonly string[]>(KEPT_PATHS)

/** Follows a path through records; undefined when any part is absent. */
export function lookup(root: Datum, path: string): Datum | undefined {
  let current: Datum | undefined = root
  for (const key of keysOf(path, () => path.split('.'))) {
    if (current?.kind !== 'record') return undefined
    current = Object.hasOwn(current.fields, key) ? current.fields[key] : undefined
  }
  return current
}

/** How a datum reads inside a text; lists make lines. */
export function datumText(datum: Datum): string {
  switch (datum.kind) {
    case 'text':
      return datum.value
    case 'number':
      return String(datum.value)
    case 'flag':
      return ''
    case 'list':
      return datum.items.map(datumText).join('\n')
    case 'record':
      return ''
  }
}

/** How a datum counts in an expression: a list by its length, a record by its being there. */
export function datumValue(datum: Datum | undefined): number | boolean | string | undefined {
  switch (datum?.kind) {
    case undefined:
      return undefined
    case 'text':
    case 'number':
    case 'flag':
      return datum.value
    case 'list':
      return datum.items.length
    case 'record':
      return true
  }
}
