// The schema of a kit file (CONTRACT §2), of which a project file is the same with everything optional.
import { z } from 'zod'
import { text } from '../model/diagnostic.ts'
import {
  choice,
  count,
  email,
  flag,
  listOf,
  metres,
  millimetres,
  numberOrWords,
  qrAddress,
  webAddress,
  words,
  wordsOrNumber,
} from './kit-values.ts'
import { said } from './said.ts'

const fullPartner = z.strictObject({
  nom: words.describe('nom du partenaire'),
  logo: words.optional().describe('fichier du logo, SVG de préférence ; sans logo, le nom est écrit'),
  role: words.optional().describe('rôle, comme financeur ou gestionnaire'),
  montant: wordsOrNumber.optional().describe('montant, imprimé tel quel'),
})

/** The name alone is a partner without a logo. */
const partner = z
  .union([words.describe('nom du partenaire'), fullPartner])
  .transform(value => (typeof value === 'string' ? { nom: value } : value))

const address = z.strictObject({
  voie: wordsOrNumber.optional().describe('numéro et voie'),
  complement: words.optional().describe('bâtiment, étage'),
  'code-postal': wordsOrNumber.optional().describe('code postal, entre guillemets'),
  commune: words.optional().describe('commune'),
})

const translation = z.strictObject({ nom: words.optional(), lieu: words.optional() })

const structure = z.strictObject({
  id: wordsOrNumber.optional().describe('identifiant : nomme le dossier, et ne change pas avec le nom'),
  nom: words.describe('nom de la structure, comme il doit se lire'),
  'nom-court': words.optional().describe('servira quand le nom entier ne tient pas'),
  lieu: words.optional().describe('imprimé sous le nom'),
  type: listOf(words, 5).describe('type de structure : clé, libellé, sigle ou code ; le premier décide'),
  'type-libelle': words.optional().describe('libellé à imprimer, obligatoire pour le type `autre`'),
  caf: listOf(wordsOrNumber, 10).describe('numéro de département ou nom de la Caf ; une liste est possible'),
  gestionnaire: words.optional().describe('gestionnaire'),
  adresse: address.optional().describe('adresse ; chaque partie est facultative'),
  itinerant: flag.optional().describe('oui : la structure se déplace, ses communes remplacent l’adresse'),
  communes: listOf(words, 30).optional().describe('communes d’une structure itinérante'),
  capacite: numberOrWords.optional().describe('nombre de places, ou texte imprimé tel quel'),
  telephone: wordsOrNumber.optional().describe('téléphone, entre guillemets'),
  courriel: email.optional().describe('adresse de courriel'),
  'site-web': webAddress.optional().describe('site web ; le QR code y mène'),
  qr: qrAddress.optional().describe('adresse du QR code, si ce n’est pas le site web ; `non` pour aucun'),
  horaires: listOf(words, 20).optional().describe('horaires, une ligne par élément'),
  labels: listOf(words, 10).optional().describe('labels, comme avip'),
  partenaires: z.array(partner).max(30).optional().describe('partenaires'),
  photo: z
    .strictObject({ fichier: words.describe('fichier de la photo'), credit: words.optional().describe('crédit') })
    .optional()
    .describe('photo de l’affiche'),
  chiffres: z
    .array(z.strictObject({ valeur: wordsOrNumber, libelle: words }))
    .max(6)
    .optional()
    .describe('chiffres clés'),
  traductions: z
    .record(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/), translation)
    .optional()
    .describe('nom et lieu par langue'),
})

const order = z.strictObject({
  produit: words.describe('produit, comme `vitrophanie-a5`'),
  id: words.optional().describe('identifiant de la pièce'),
  quantite: count.optional().describe('nombre d’exemplaires'),
  pose: words.optional().describe('côté de la vitre : interieur, exterieur ou recto-verso'),
  support: words.optional().describe('film : transparent, blanc, electrostatique, micro-perfore…'),
  matiere: words.optional().describe('matière : dibond-3, pmma-5…'),
  decoupe: words.optional().describe('découpe : format, mi-chair, forme, forme-support, forme-pleine-chair'),
  decalage: millimetres.optional().describe('du dessin à la découpe qui le suit, en millimètres'),
  'decalage-support': millimetres.optional().describe('de la découpe du film à celle de son support, en millimètres'),
  cadre: words.optional().describe('cadre d’une affiche : sans, cadre-clippant, abribus'),
  fixation: words.optional().describe('fixation : 4-vis…'),
  'rayon-angles': millimetres.optional().describe('rayon des angles, en millimètres'),
  distance: metres.optional().describe('distance de lecture, en mètres'),
  orientation: choice(['portrait', 'paysage']).optional().describe('orientation'),
  modele: words.optional().describe('modèle de la charte, ou chemin d’un modèle'),
  imprimeur: words.optional().describe('profil d’imprimeur de cette pièce'),
})

const piece = z
  .union([words.describe('un produit, comme `vitrophanie-a5`'), order])
  .transform(value => (typeof value === 'string' ? { produit: value } : value))

/** More entries than any brand has texts, or the product rules. */
const MAX_ENTRIES = 200

const fewEnough = (entries: object): boolean => Object.keys(entries).length <= MAX_ENTRIES

const tooMany = said(text(`a trop d’éléments, ${MAX_ENTRIES} au plus`, `has too many entries, ${MAX_ENTRIES} at most`))

const policies = z
  .record(z.string().min(1).max(80), choice(['refuser', 'ecarter', 'avertir', 'ignorer']))
  .refine(fewEnough, tooMany)
  .describe('conduite à tenir par règle : refuser (la pièce), ecarter (le kit), avertir, ignorer')

const language = words.regex(
  /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})?$/,
  said(text('attend des codes de langue, comme `fr` ou `br`', 'expects language codes, such as `fr` or `br`')),
)

const kit = z.strictObject({
  charte: words.optional().describe('charte graphique'),
  imprimeur: z
    .union([words, z.record(z.string().min(1).max(80), words)])
    .optional()
    .describe('profil d’imprimeur, ou un par famille de produits et `autres`'),
  langues: listOf(language, 10).optional().describe('langues des pièces'),
  pieces: listOf(piece, 100).optional().describe('pièces ; absentes : celles que la charte prévoit'),
})

const texts = z
  .record(z.string().min(1).max(80), words)
  .refine(fewEnough, tooMany)
  .describe('textes de la charte à remplacer')

export const kitSchema = z
  .strictObject({
    structure: structure.describe('la structure'),
    kit: kit.optional().describe('ce qu’il faut fabriquer'),
    textes: texts.optional(),
    regles: policies.optional(),
  })
  .describe('Kit de signalétique d’une structure')

/** `signakit.yaml`: the same keys, none required. */
export const projectSchema = z
  .strictObject({
    structure: structure.partial().optional().describe('valeurs communes aux structures'),
    kit: kit.optional().describe('ce qu’il faut fabriquer'),
    textes: texts.optional(),
    regles: policies.optional(),
  })
  .describe('Valeurs par défaut des kits d’un dossier')

export type KitFile = z.output<typeof kitSchema>

export type ProjectFile = z.output<typeof projectSchema>

/** The keys of each group, by the group's name; the first group that has a key is where it goes. */
export const KIT_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(kitSchema.shape),
  structure: Object.keys(structure.shape),
  adresse: Object.keys(address.shape),
  kit: Object.keys(kit.shape),
}
