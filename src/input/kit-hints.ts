// Hints that only a kit's own schema can give: what a required value looks like, and where a misplaced key goes.
import { type Text, text } from '../model/diagnostic.ts'
import { exampleCell, exampleHint } from './kit-examples.ts'
import { KIT_KEYS } from './kit-schema.ts'

const REQUIRED: Readonly<Record<string, Text>> = {
  structure: text(
    'écrivez `structure:`, et dessous `nom`, `type` et `caf`',
    'write `structure:`, and below it `nom`, `type` and `caf`',
  ),
  'structure.nom': text('écrivez `nom: Les Petits Explorateurs`', 'write `nom: Les Petits Explorateurs`'),
  'structure.type': text(
    'écrivez `type: micro-creche` ; la liste : signakit list types',
    'write `type: micro-creche`; the list: signakit list types',
  ),
  'structure.caf': text(
    'écrivez `caf: "33"`, le numéro du département de la Caf',
    'write `caf: "33"`, the department number of the Caf',
  ),
}

/** The same in a sheet, where keys are titles and a value is all that a cell holds. */
const REQUIRED_CELLS: Readonly<Record<string, Text>> = {
  'structure.nom': text(
    'écrivez dans la cellule le nom à imprimer, comme « Les Petits Explorateurs »',
    'write in the cell the name to print, such as “Les Petits Explorateurs”',
  ),
  'structure.type': text(
    'écrivez dans la cellule « micro-crèche », « centre social »… : la liste est donnée par signakit list types',
    'write in the cell “micro-crèche”, “centre social”…: signakit list types gives the list',
  ),
  'structure.caf': text(
    'écrivez dans la cellule le numéro du département de la Caf, comme 33',
    'write in the cell the department number of the Caf, such as 33',
  ),
}

/** `commune` written under `structure` belongs under `adresse`. */
function misplaced(path: string): Text | undefined {
  const key = path.split('.').at(-1) ?? ''
  const home = Object.entries(KIT_KEYS).find(([, keys]) => keys.includes(key))?.[0]
  if (home === undefined) return undefined
  return home === ''
    ? text(
        `\`${key}\` se place au début de la ligne, sans retrait`,
        `\`${key}\` goes at the start of the line, without indent`,
      )
    : text(`\`${key}\` se place sous \`${home}:\``, `\`${key}\` goes under \`${home}:\``)
}

/** Words that people use for keys of ours, in the form that keys are compared in. */
const SYNONYMS: Readonly<Record<string, string>> = {
  ville: 'commune',
  localite: 'commune',
  cp: 'code-postal',
  rue: 'voie',
  email: 'courriel',
  'e-mail': 'courriel',
  mail: 'courriel',
  mel: 'courriel',
  'adresse-mail': 'courriel',
  site: 'site-web',
  'site-internet': 'site-web',
  web: 'site-web',
  url: 'site-web',
  tel: 'telephone',
  'tel.': 'telephone',
  'telephone-fixe': 'telephone',
  portable: 'telephone',
  mobile: 'telephone',
  horaire: 'horaires',
  ouverture: 'horaires',
  places: 'capacite',
  nombre: 'quantite',
  exemplaires: 'quantite',
  qte: 'quantite',
  materiau: 'matiere',
  format: 'produit',
  piece: 'produit',
  qrcode: 'qr',
  'qr-code': 'qr',
  'code-qr': 'qr',
  partenaire: 'partenaires',
  logos: 'partenaires',
}

/** The key of ours for that word, in its group when it belongs to another. */
function synonym(path: string): Text | undefined {
  const [key = '', ...above] = path.split('.').toReversed()
  const ours = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : undefined
  if (ours === undefined) return undefined
  const home = Object.entries(KIT_KEYS).find(([, keys]) => keys.includes(ours))?.[0]
  return home === undefined || home === above[0]
    ? text(`écrivez \`${ours}\``, `write \`${ours}\``)
    : text(`écrivez \`${ours}\`, sous \`${home}:\``, `write \`${ours}\`, under \`${home}:\``)
}

/** What a group looks like, for those who write a text in its place. */
const SHAPES: Readonly<Record<string, Text>> = {
  'structure.adresse': text(
    'écrivez `adresse: { voie: "12, rue des Lilas", code-postal: "33000", commune: Bordeaux }`',
    'write `adresse: { voie: "12, rue des Lilas", code-postal: "33000", commune: Bordeaux }`',
  ),
  'structure.photo': text('écrivez `photo: { fichier: photo.jpg }`', 'write `photo: { fichier: photo.jpg }`'),
}

/** A text that a colon has made a group: « lundi : 9 h-12 h » in a list. */
const CUT = text(
  'des deux-points coupent la valeur : mettez-la entre guillemets, `"…"`',
  'a colon cuts the value: put it in quotes, `"…"`',
)

const isCut = (path: string, data: unknown): boolean =>
  /\.\d+$/.test(path) && typeof data === 'object' && data !== null && !Array.isArray(data)

/** A hint for a missing or an unknown key, or for a value of the wrong kind, by its path. */
export function kitHint(kind: 'missing' | 'unknown' | 'kind', path: string, data?: unknown): Text | undefined {
  if (kind === 'missing') return REQUIRED[path] ?? exampleHint(path)
  if (kind === 'unknown') return misplaced(path) ?? synonym(path)
  if (Object.hasOwn(SHAPES, path)) return SHAPES[path]
  return isCut(path, data) ? CUT : exampleHint(path)
}

/** The same for the cells of a row. */
export const rowHint: typeof kitHint = (kind, path, data) =>
  (kind === 'missing' ? REQUIRED_CELLS[path] : undefined) ??
  (kind === 'unknown' || isCut(path, data) ? undefined : exampleCell(path)) ??
  kitHint(kind, path, data)
