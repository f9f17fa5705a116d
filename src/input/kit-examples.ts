// What a value of a kit looks like, key by key: the remedy of a value that is of the wrong kind, too large, or missing.
import { type Text, text } from '../model/diagnostic.ts'

type Example = {
  /** As YAML has it; in a cell, without quotes and brackets. */
  readonly value: string
  /** What is accepted, where the example alone does not say it. */
  readonly accepted?: Text
  /** What a cell holds, where it differs. */
  readonly cell?: string
}

const MILLIMETRES = text('de 0 à 500 mm', '0 to 500 mm')

/** By key, whatever group holds it: `commune` is one everywhere. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  id: { value: '"33-0142"', cell: '33-0142' },
  nom: { value: 'Les Petits Explorateurs' },
  'nom-court': { value: 'Les Explorateurs' },
  lieu: { value: 'Bâtiment B' },
  type: { value: 'micro-creche', accepted: text('la liste : signakit list types', 'the list: signakit list types') },
  'type-libelle': { value: 'Maison des familles' },
  caf: { value: '"33"', cell: '33', accepted: text('la liste : signakit list cafs', 'the list: signakit list cafs') },
  gestionnaire: { value: 'Ville de Bordeaux' },
  voie: { value: '"12, rue des Lilas"', cell: '12, rue des Lilas' },
  complement: { value: 'Bâtiment B' },
  'code-postal': { value: '"33000"', cell: '33000' },
  commune: { value: 'Bordeaux' },
  itinerant: { value: 'oui', accepted: text('ou `non`', 'or `non`') },
  communes: { value: '[Bordeaux, Pessac]', cell: 'Bordeaux, Pessac' },
  capacite: { value: '24' },
  telephone: { value: '"05 56 00 00 00"', cell: '05 56 00 00 00' },
  courriel: { value: 'contact@exemple.fr' },
  'site-web': { value: 'https://exemple.fr' },
  qr: { value: 'https://exemple.fr', accepted: text('ou `non`', 'or `non`') },
  horaires: {
    value: '["lundi : 8 h-18 h", "mardi : 8 h-12 h"]',
    cell: 'lundi : 8 h-18 h | mardi : 8 h-12 h',
  },
  labels: { value: '[avip]', cell: 'avip' },
  partenaires: { value: '[{ nom: Ville de Bordeaux, logo: bordeaux.svg }]', cell: 'Ville de Bordeaux | Msa' },
  logo: { value: 'bordeaux.svg' },
  role: { value: 'financeur' },
  montant: { value: '"120 000 €"', cell: '120 000 €' },
  fichier: { value: 'photo.jpg' },
  credit: { value: 'Ville de Bordeaux' },
  chiffres: { value: '[{ valeur: 24, libelle: places }]' },
  valeur: { value: '24' },
  libelle: { value: 'places' },
  traductions: { value: '{ en: { nom: The Explorers } }' },
  charte: {
    value: 'caf-maquette',
    accepted: text('la liste : signakit list chartes', 'the list: signakit list brands'),
  },
  imprimeur: {
    value: 'standard',
    accepted: text('la liste : signakit list imprimeurs', 'the list: signakit list printers'),
  },
  langues: { value: '[fr]', cell: 'fr' },
  pieces: {
    value: '[vitrophanie-a5, plaque-300x200]',
    cell: 'vitrophanie-a5 ; plaque-300x200 × 2',
    accepted: text('la liste : signakit list produits', 'the list: signakit list products'),
  },
  produit: {
    value: 'vitrophanie-a5',
    accepted: text('la liste : signakit list produits', 'the list: signakit list products'),
  },
  quantite: { value: '5', accepted: text('un nombre entier, de 1 à 100 000', 'a whole number, 1 to 100,000') },
  pose: { value: 'interieur', accepted: text('exterieur ou recto-verso', 'exterieur or recto-verso') },
  support: { value: 'transparent' },
  matiere: { value: 'dibond-3' },
  decoupe: { value: 'format' },
  decalage: { value: '3 mm', accepted: MILLIMETRES },
  'decalage-support': { value: '3 mm', accepted: MILLIMETRES },
  'rayon-angles': { value: '5 mm', accepted: MILLIMETRES },
  distance: { value: '3 m', accepted: text('100 m au plus', '100 m at most') },
  cadre: { value: 'cadre-clippant' },
  fixation: { value: '4-vis' },
  orientation: { value: 'portrait', accepted: text('ou `paysage`', 'or `paysage`') },
  modele: { value: 'default' },
}

/** Groups, whose keys go on lines of their own. */
const GROUPS: Readonly<Record<string, Text>> = {
  '': text(
    'écrivez `structure:`, et dessous `nom`, `type` et `caf`',
    'write `structure:`, and below it `nom`, `type` and `caf`',
  ),
  structure: text(
    'écrivez `structure:`, et dessous `nom`, `type` et `caf`',
    'write `structure:`, and below it `nom`, `type` and `caf`',
  ),
  kit: text(
    'écrivez `kit:`, et dessous `pieces: [vitrophanie-a5, plaque-300x200]`',
    'write `kit:`, and below it `pieces: [vitrophanie-a5, plaque-300x200]`',
  ),
  textes: text(
    'écrivez `textes:`, et dessous une ligne par texte ; leurs noms : signakit list textes',
    'write `textes:`, and a line for each text below it; their names: signakit list texts',
  ),
  regles: text(
    'écrivez `regles:`, et dessous `text-contrast: avertir`',
    'write `regles:`, and below it `text-contrast: avertir`',
  ),
}

/** A text of the brand, whatever its name. */
const A_TEXT = text('écrivez le texte lui-même, entre guillemets : `"…"`', 'write the text itself, in quotes: `"…"`')

const withAccepted = (hint: Text, { accepted }: Example): Text =>
  accepted ? text(`${hint.fr} ; ${accepted.fr}`, `${hint.en}; ${accepted.en}`) : hint

const ruleless = (path: string): Text | undefined => (path.startsWith('textes.') ? A_TEXT : GROUPS[path])

/** The last key of a path, without the rank of an item of a list. */
const keyOf = (path: string): string =>
  path
    .replace(/(\.\d+)+$/, '')
    .split('.')
    .at(-1) ?? ''

/** The name of a partner is not that of a structure. */
const PARTNER: Example = { value: 'Ville de Bordeaux' }

function exampleOf(path: string): Example | undefined {
  const key = keyOf(path)
  if (key === 'nom' && path.startsWith('structure.partenaires.')) return PARTNER
  return Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined
}

/** An item of a list is shown in its list. */
export function exampleHint(path: string): Text | undefined {
  const key = keyOf(path)
  const example = exampleOf(path)
  const own = ruleless(path)
  if (own || !example) return own
  const line = `\`${key}: ${example.value}\``
  return withAccepted(text(`écrivez par exemple ${line}`, `write for instance ${line}`), example)
}

/** The same in the cell of a sheet. */
export function exampleCell(path: string): Text | undefined {
  const example = exampleOf(path)
  if (!example) return undefined
  const { value, cell = value } = example
  return withAccepted(
    text(`écrivez dans la cellule, par exemple, « ${cell} »`, `write in the cell, for instance, “${cell}”`),
    example,
  )
}
