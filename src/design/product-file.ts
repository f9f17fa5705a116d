// The schemas of templates/products/: one file per family (what may be ordered) and one per catalogue size.
import { z } from 'zod'
import { slug } from './data-file.ts'

/** mm, or a length that follows the piece: `1.4u`. */
const length = z.union([z.number().min(0).max(6000), z.string().regex(/^\d+(\.\d+)?(u|mm)$/)])

const sides = z.strictObject({
  min: z.number().positive().describe('plus petit côté permis, en mm'),
  'max-short': z.number().positive().describe('petit côté le plus grand, en mm'),
  'max-long': z.number().positive().describe('grand côté le plus grand, en mm'),
})

/** What a kit may ask of a piece, in the order in which each changes how it is made. */
export const OPTION_KEYS = ['pose', 'support', 'matiere', 'fixation', 'decoupe', 'cadre'] as const

const face = z.strictObject({
  name: z.enum(['recto', 'verso']).describe('nom de la face'),
  mirrored: z.boolean().describe('la face se lit à travers la matière'),
})

const hiddenEdge = z.number().min(0).max(500)

const gap = z.number().min(0).max(50)

/** A length that a kit may change within bounds. */
const reach = z
  .strictObject({
    default: gap.describe('quand le kit ne dit rien, en mm'),
    min: gap.default(0).describe('au moins, en mm'),
    max: gap.describe('au plus, en mm'),
  })
  .refine(({ default: usual, min, max }) => min <= usual && usual <= max, 'la valeur par défaut est hors des bornes')

/** A cut that follows the art. */
const around = {
  offset: reach.describe('du dessin à la coupe'),
  margin: gap.default(0).describe('de la coupe la plus extérieure au format, en mm, au moins'),
}

/** How a piece is made: each option adds what it changes, in the order of `OPTION_KEYS`. */
const making = z.strictObject({
  faces: z
    .array(face)
    .min(1)
    .max(2)
    .optional()
    .describe('les faces, dans l’ordre où elles s’impriment sur le même côté de la matière ; absent : un recto'),
  mirrored: z.boolean().optional().describe('la face se lit à travers la matière : tout y est imprimé en miroir'),
  white: z
    .enum(['none', 'art', 'flood'])
    .optional()
    .describe('blanc de soutien : aucun, sous ce qui est imprimé, ou en aplat'),
  art: z
    .enum(['printed', 'cut', 'engraved'])
    .optional()
    .describe('ce que devient le dessin : imprimé, découpé dans la matière, ou gravé'),
  border: z.number().min(0).max(50).optional().describe('marge non imprimée à l’intérieur de la coupe, en mm'),
  clear: z.boolean().optional().describe('on voit à travers la matière là où rien n’est imprimé'),
  hidden: z
    .tuple([hiddenEdge, hiddenEdge, hiddenEdge, hiddenEdge])
    .optional()
    .describe('bord que le cadre cache : haut, droite, bas, gauche, en mm'),
  'hole-edge': z.number().min(0).max(50).optional().describe('matière laissée entre un trou et le bord, en mm'),
  'kiss-cut': z
    .discriminatedUnion('along', [
      z.strictObject({ along: z.literal('trim').describe('le long du format') }),
      z.strictObject({
        along: z.literal('art').describe('autour du dessin'),
        ...around,
        follow: reach
          .optional()
          .describe('de la coupe du film à celle du support qui la suit ; absent : le support est coupé au format'),
      }),
    ])
    .optional()
    .describe('coupe à mi-chair : le film est coupé, son support ne l’est pas'),
  'through-cut': z.strictObject(around).optional().describe('coupe pleine chair autour du dessin : film et support'),
  tool: z.number().positive().max(10).optional().describe('diamètre de la fraise, en mm : plus fin, rien ne se grave'),
  'min-text': z.number().min(0).max(500).optional().describe('plus petit texte que tient la matière, en points'),
})

const bilingual = z.strictObject({
  fr: z.string().min(1).max(200).describe('en français'),
  en: z.string().min(1).max(200).describe('en anglais'),
})

/** What cannot, or should not, be made of a value with some values of another key: physics, said once and in data. */
const clash = z.strictObject({
  option: z.enum(OPTION_KEYS).describe('l’autre clé'),
  values: z.array(slug).min(1).describe('ses valeurs qui ne vont pas avec celle-ci'),
  why: bilingual.describe('pourquoi'),
  instead: bilingual.describe('que faire'),
})

/** What may be ordered under one key of a piece. */
const choice = z.strictObject({
  values: z
    .record(
      slug,
      making.extend({
        refuses: z.array(clash).default([]).describe('ce qui est impossible avec cette valeur'),
        advises: z.array(clash).default([]).describe('ce qui se fait avec cette valeur, mais tient mal : signalé'),
      }),
    )
    .refine(values => Object.keys(values).length > 0, 'une valeur au moins')
    .describe('valeurs admises, et ce que chacune change à la fabrication'),
  default: slug.optional().describe('valeur prise quand le kit ne dit rien'),
})

const fixing = z.strictObject({
  title: z.string().min(1).describe('nom de la fixation'),
  holes: z
    .strictObject({
      at: z.enum(['corners', 'sides']).describe('quatre coins, ou milieu des deux petits côtés'),
      diameter: z.number().positive().describe('diamètre du trou, en mm'),
      inset: length.describe('du centre du trou aux bords, au moins'),
      cap: z.number().positive().describe('diamètre de la tête de vis, du cache ou du cabochon, en mm'),
      clearance: z.number().min(0).max(50).describe('jeu autour de la tête, en mm'),
      'keep-out': length.describe('diamètre que texte, code et logos laissent libre ; au moins la tête et son jeu'),
    })
    .optional()
    .describe('perçages'),
})

type Clashing = { readonly [key in (typeof OPTION_KEYS)[number]]?: z.output<typeof choice> | undefined }

/** What is refused or advised against must exist: a mistyped value would refuse nothing, in silence. */
function checkClashes({ options }: { readonly options: Clashing }, context: z.RefinementCtx): void {
  for (const key of OPTION_KEYS)
    for (const [value, { refuses, advises }] of Object.entries(options[key]?.values ?? {}))
      for (const [list, clashes] of Object.entries({ refuses, advises }))
        for (const [index, { option, values }] of clashes.entries())
          for (const unknown of values.filter(other => !Object.hasOwn(options[option]?.values ?? {}, other)))
            context.addIssue({
              code: 'custom',
              path: ['options', key, 'values', value, list, index, 'values'],
              message: `\`${option}\` n’a pas de valeur \`${unknown}\``,
            })
}

export const familyFile = z
  .strictObject({
    family: slug.describe('identifiant de la famille'),
    title: z.string().min(1).describe('nom de la famille'),
    article: z.enum(['une', 'un']).describe('article indéfini, pour les messages'),
    orientation: z.enum(['portrait', 'paysage']).describe('orientation naturelle'),
    template: slug.describe('modèle par défaut'),
    rect: sides.optional().describe('limites des formats libres rectangulaires'),
    round: z
      .strictObject({
        min: z.number().positive().describe('plus petit diamètre, en mm'),
        max: z.number().positive().describe('plus grand diamètre, en mm'),
      })
      .optional()
      .describe('limites du diamètre des formats ronds, en mm'),
    making: making.default({}).describe('fabrication quand aucune option n’y change rien'),
    cut: z.boolean().describe('la coupe est tracée sur la planche de découpe'),
    corners: z
      .strictObject({
        default: z.number().min(0).describe('rayon quand le kit ne dit rien'),
        max: z.number().positive().describe('plus grand rayon'),
      })
      .optional()
      .describe('rayon des angles, en mm ; absent : angles vifs seulement'),
    options: z
      .strictObject({
        pose: choice.optional().describe('face de la vitre qui reçoit l’adhésif'),
        support: choice.optional().describe('film imprimé'),
        matiere: choice.optional().describe('matière'),
        fixation: choice.optional().describe('fixation'),
        decoupe: choice.optional().describe('découpe'),
        cadre: choice.optional().describe('cadre ou mobilier qui cache le bord'),
      })
      .default({})
      .describe('ce qu’un kit peut demander, par clé'),
    fixings: z.record(slug, fixing).default({}).describe('fixations, par valeur de `fixation`'),
    distance: z.number().positive().max(100).describe('distance de lecture, en mètres'),
    sources: z.record(z.string(), z.string().min(1)).describe('d’où vient chaque chiffre ; (G) : choix à confirmer'),
  })
  .superRefine(checkClashes)
  .describe('Famille de produits')

export const productFile = z
  .strictObject({
    id: slug.describe('identifiant : `<famille>-<format>`, nom du fichier'),
    family: slug.describe('famille'),
    title: z.string().min(1).describe('nom du produit'),
    width: z.number().positive().optional().describe('largeur finie, en mm'),
    height: z.number().positive().optional().describe('hauteur finie, en mm'),
    diameter: z.number().positive().optional().describe('diamètre fini, en mm'),
    distance: z.number().positive().max(100).optional().describe('distance de lecture, en mètres'),
    cadre: slug.optional().describe('cadre habituel de ce format, quand le kit ne dit rien'),
    source: z.string().min(1).describe('d’où vient le format'),
  })
  .refine(file => (file.diameter === undefined) === (file.width !== undefined && file.height !== undefined), {
    path: ['width'],
    error: 'donner width et height, ou diameter',
  })
  .describe('Produit du catalogue')

export type Making = z.output<typeof making>
export type FamilyFile = z.output<typeof familyFile>
export type ProductFile = z.output<typeof productFile>
export type ProductLength = z.output<typeof length>
