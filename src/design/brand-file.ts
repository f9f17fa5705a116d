// The schema of brand.yaml: a pack's colours, universes, fonts, styles, wording, kits and rules (CONTRACT §4).
import { z } from 'zod'
import { packPath, slug } from './data-file.ts'
import { policy } from './policy.ts'

const percent = z.number().min(0).max(100)

const color = z
  .strictObject({
    cmyk: z
      .tuple([percent, percent, percent, percent])
      .describe('cyan, magenta, jaune, noir, en pour cent ; jamais convertis'),
    screen: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .describe('aspect à l’écran, #rrvvbb'),
    spot: z
      .string()
      .max(60)
      .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]*$/)
      .optional()
      .describe(
        'nom exact du ton direct, comme « PANTONE 300 C » ; gardé ou imprimé en quadrichromie, selon l’imprimeur',
      ),
    tint: z
      .number()
      .min(1)
      .max(99)
      .optional()
      .describe('part du ton direct, en pour cent : une teinte claire ; absent : l’aplat'),
  })
  .refine(({ spot, tint }) => tint === undefined || spot !== undefined, {
    path: ['tint'],
    error: 'une teinte est celle d’un ton direct : ajoutez `spot`',
  })
  .describe('une couleur : son encre et son aspect à l’écran')

const colors = z.record(slug, color)

const shapeColor = slug.describe('nom d’une couleur de la charte ou de l’univers')
const across = z.number().min(-20).max(20).describe('centre, en R, depuis celui de la grande forme')
const radius = z.number().positive().max(20).describe('rayon, en R')
const window = z.boolean().optional().describe('la forme reçoit le pictogramme ou la photo')

const signShape = z.discriminatedUnion('shape', [
  z
    .strictObject({ shape: z.literal('disc'), x: across, r: radius, color: shapeColor, window })
    .describe('disque posé sur la ligne'),
  z
    .strictObject({ shape: z.literal('half-disc'), x: across, r: radius, color: shapeColor, window })
    .describe('demi-disque dressé sur la ligne'),
  z
    .strictObject({
      shape: z.literal('arch'),
      x: across,
      r: radius,
      height: z.number().positive().max(20).describe('hauteur totale, en R'),
      color: shapeColor,
      window,
    })
    .describe('porte : deux montants et un demi-cercle'),
])

const sign = z
  .strictObject({
    scale: z
      .number()
      .positive()
      .max(10)
      .default(1)
      .describe('R de ce signe sur R du signe de référence (un grand disque)'),
    shapes: z.array(signShape).min(1).max(20).describe('formes, dans l’ordre où elles sont peintes'),
  })
  .describe('le signe de l’univers, posé sur la ligne')

const universe = z.strictObject({
  title: z.string().min(1).max(80).describe('nom de l’univers'),
  colors: colors.describe('couleurs propres à l’univers : `deep`, `light`'),
  sign,
})

const style = z
  .strictObject({
    font: z
      .string()
      .regex(/^[a-z0-9-]+\/\d{3}$/)
      .describe('famille et graisse, comme `source-sans-3/700`'),
    size: z.number().positive().max(50).describe('corps, en modules (u)'),
    'min-size': z
      .number()
      .positive()
      .max(50)
      .optional()
      .describe('plus petit corps permis, en modules ; absent : ne réduit pas'),
    'floor-cap': z.number().min(0).max(100).default(2.2).describe('plus petite hauteur de capitale, en mm'),
    leading: z.number().min(0.8).max(3).default(1.2).describe('interligne, en corps'),
    tracking: z.number().min(-0.2).max(0.5).default(0).describe('approche ajoutée à chaque lettre, en corps'),
    shift: z
      .number()
      .min(-0.5)
      .max(0.5)
      .default(0)
      .describe('décalage vers la gauche, en corps, pour aligner les fûts'),
  })
  .refine(value => (value['min-size'] ?? 0) <= value.size, { path: ['min-size'], error: 'plus grand que size' })

const sentence = z.string().min(1).max(500)

const agreed = z.union([
  sentence,
  z.strictObject({
    masculine: sentence.describe('quand le type de la structure est masculin'),
    feminine: sentence.describe('quand il est féminin'),
  }),
])

const forms = z.union([
  agreed,
  z.strictObject({
    one: agreed.describe('une seule Caf'),
    many: agreed.describe('plusieurs Caf'),
  }),
])

const wording = z
  .object({
    locked: z.boolean().default(false).describe('vrai : un kit ne peut pas le changer'),
    fr: forms.describe('le texte, avec ses champs entre accolades : « Avec le soutien {caf.de} »'),
  })
  .catchall(forms)
  .describe('un texte de la charte, par langue')

const piece = z.union([
  z.string().min(1).max(80).describe('un produit, comme `vitrophanie-a5`'),
  z.strictObject({
    product: z.string().min(1).max(80).describe('produit'),
    id: slug.optional().describe('identifiant de la pièce'),
    template: z.string().min(1).max(200).optional().describe('modèle'),
    orientation: z.enum(['portrait', 'paysage']).optional().describe('orientation'),
    quantity: z.int().min(1).max(100_000).optional().describe('quantité'),
    pose: slug.optional().describe('côté de la vitre'),
    support: slug.optional().describe('film'),
    material: slug.optional().describe('matière'),
    fixing: slug.optional().describe('fixation'),
  }),
])

export const brandFile = z
  .strictObject({
    id: slug.describe('identifiant de la charte : le nom de son dossier'),
    title: z.string().min(1).max(120).describe('nom de la charte'),
    version: z.string().min(1).max(40).describe('version, notée dans chaque manifeste'),
    status: z.enum(['draft', 'official']).describe('draft : provisoire, ne pas imprimer ; official : validée'),
    extends: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('charte dont celle-ci part : elle n’écrit que ses différences'),
    module: z
      .strictObject({
        short: z.number().positive().max(1000).describe('u = petit côté ÷ short'),
        long: z.number().positive().max(1000).describe('u = grand côté ÷ long, pour les bandeaux'),
        ratio: z.number().min(1).max(20).describe('au-delà de ce rapport des côtés, la pièce est un bandeau'),
      })
      .describe('le module u, qui donne l’échelle de tout'),
    colors: colors.describe('couleurs communes'),
    universes: z.record(slug, universe).describe('univers, par clé'),
    fonts: z
      .record(slug, z.record(z.string().regex(/^[1-9]00$/), packPath))
      .describe('polices : famille, puis graisse, puis fichier ; `own:` désigne un fichier fourni avec l’outil'),
    styles: z.record(slug, style).describe('styles de texte'),
    pictograms: packPath.default('pictograms').describe('dossier des pictogrammes (SVG), nommés par clé'),
    logos: z
      .strictObject({ caf: packPath.optional().describe('logo de la Caf, comme `logos/{caf.code}.svg`') })
      .default({})
      .describe('logos de la charte'),
    texts: z.record(slug, wording).default({}).describe('textes de la charte'),
    templates: z
      .record(slug, z.union([packPath, z.record(slug, packPath)]))
      .describe('modèles : famille de produits, puis fichier, ou plusieurs fichiers nommés dont `default`'),
    kits: z
      .record(slug, z.array(piece).min(1).max(100))
      .default({})
      .describe('pièces d’un kit qui n’en dit rien : par type de structure, par univers, ou `default`'),
    rules: z.record(slug, policy).default({}).describe('conduite à tenir par règle'),
  })
  // For editors: a brand that extends another gives only its differences; the whole is checked once merged.
  .meta({ description: 'Charte graphique d’un kit de signalétique', required: ['id'] })

export type BrandFile = z.output<typeof brandFile>
export type BrandWording = z.output<typeof wording>
export type BrandPiece = z.output<typeof piece>
