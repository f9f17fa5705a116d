// The schema of a printer profile: what one print shop asks of a file, in data and never in code.
import { z } from 'zod'
import { flag } from '../input/kit-values.ts'
import type { PlateRole } from '../model/ink.ts'
import { STANDARDS } from '../model/standard.ts'
import { profilePath, slug } from './data-file.ts'
import { fileNamePattern } from './file-name-pattern.ts'
import { policy } from './policy.ts'
import { sourcesSchema } from './printer-figures.ts'

const percent = z.number().min(0).max(100)
const margin = z.number().min(0).max(50)

const plate = z
  .strictObject({
    name: z.string().min(1).max(60).describe('nom exact du ton direct attendu par l’imprimeur'),
    alternate: z.tuple([percent, percent, percent, percent]).describe('couleur de remplacement, en pour cent CMJN'),
    screen: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .describe('couleur à l’écran, #rrvvbb'),
    step: z
      .strictObject({
        group: z.enum(['Structural', 'White', 'Varnish', 'Braille']).describe('groupe ISO 19593-1'),
        type: z
          .string()
          .regex(/^[A-Z][A-Za-z]+$/)
          .optional()
          .describe('type ISO 19593-1, pour Structural'),
      })
      .refine(step => (step.group === 'Structural') === (step.type !== undefined), {
        path: ['type'],
        error: 'le groupe Structural demande un type, les autres n’en ont pas',
      })
      .optional()
      .describe('étape de fabrication ; la norme n’en a pas pour la gravure'),
    layer: z.string().min(1).max(60).describe('nom du calque'),
  })
  .describe('une planche technique')

export const printerFile = z
  .strictObject({
    id: slug.describe('identifiant : le nom du fichier'),
    title: z.string().min(1).max(120).describe('nom de l’imprimeur ou du profil'),
    kind: z
      .enum(['general', 'rip', 'shop'])
      .optional()
      .describe('profil général, préréglage d’un RIP, ou imprimeur dont les chiffres sont publiés'),
    extends: slug.optional().describe('profil dont celui-ci part'),
    families: z.array(slug).min(1).optional().describe('familles acceptées ; absent : toutes'),
    'max-size': z
      .tuple([z.number().positive(), z.number().positive()])
      .optional()
      .describe('plus grand format accepté, petit côté puis grand côté, en mm'),
    bleed: z
      .union([margin, z.tuple([margin, margin, margin, margin])])
      .describe('fond perdu du fichier remis, en mm : un nombre, ou haut, droite, bas, gauche'),
    safe: margin.describe('marge de sécurité dans la coupe, en mm'),
    'min-line': z.number().min(0).max(10).describe('plus fin filet imprimable, en points'),
    'min-text': z.number().min(0).max(50).describe('plus petit texte, en points'),
    standard: z.enum(STANDARDS).describe('norme du PDF'),
    profile: profilePath.describe(
      'profil ICC de sortie : `own:` en désigne un de l’outil, sinon un fichier .icc ou .icm, à côté de celui-ci ou par son chemin complet',
    ),
    'small-profile': flag
      .default(false)
      .describe('vrai : le PDF contient le petit profil FOGRA39, plus léger, sans qu’aucune couleur change'),
    condition: z
      .strictObject({
        identifier: z.string().min(1).max(80).describe('OutputConditionIdentifier'),
        info: z.string().min(1).max(200).describe('description lisible'),
        registry: z.string().max(200).optional().describe('RegistryName'),
      })
      .describe('condition d’impression'),
    'max-ink': z.number().min(100).max(400).describe('encrage total maximal, en pour cent'),
    'black-overprint': z
      .union([
        z.literal(false),
        z.literal('non'),
        z.strictObject({
          text: z.number().min(0).max(100).describe('le texte noir plus petit surimprime, en points'),
          line: z.number().min(0).max(20).describe('le filet noir plus fin surimprime, en points'),
        }),
      ])
      .describe('surimpression du noir ; `non` : tout noir défonce'),
    'min-reversed-line': z
      .number()
      .min(0)
      .max(10)
      .optional()
      .describe('plus fin filet en réserve ou de plusieurs encres, en points ; absent : comme min-line'),
    'min-reversed-text': z
      .number()
      .min(0)
      .max(50)
      .optional()
      .describe('plus petit texte en réserve ou de plusieurs encres, en points ; absent : comme min-text'),
    'min-radius': z.number().min(0).max(50).default(2).describe('plus petit rayon de découpe, en mm'),
    'max-nodes': z.number().int().min(4).max(100000).default(40).describe('points d’un tracé de découpe, au plus'),
    resolution: z
      .strictObject({
        error: z.number().positive().max(2400).describe('sous cette résolution à un mètre, l’image est refusée'),
        warning: z.number().positive().max(2400).describe('sous cette résolution à un mètre, c’est dit'),
      })
      .default({ error: 239, warning: 299 })
      .describe('résolution des images à un mètre de lecture, en points par pouce'),
    white: z
      .strictObject({
        plate: z
          .enum(['none', 'art', 'flood', 'rip'])
          .default('art')
          .describe('blanc : pas d’encre blanche, sous l’image, en aplat, ou fait par le RIP'),
        choke: z.number().min(0).max(2).default(0.15).describe('retrait du blanc au bord de l’image, en mm'),
        inset: z
          .number()
          .min(0)
          .max(10)
          .optional()
          .describe('retrait du blanc dans la coupe, en mm ; absent : il suit l’image dans le fond perdu'),
        shadows: flag.default(false).describe('vrai : du blanc aussi sous les ombres douces'),
      })
      .prefault({})
      .describe('encre blanche'),
    mirror: z.enum(['file', 'printer']).default('file').describe('qui met en miroir : notre fichier, ou l’imprimeur'),
    marks: flag.default(false).describe('vrai : repères de coupe sans qu’on les demande'),
    pages: z.enum(['piece', 'face']).default('piece').describe('un PDF par pièce, ou un par face'),
    'file-name': fileNamePattern.optional(),
    scale: z
      .strictObject({
        above: z.number().positive().max(5080).describe('plus grand côté à l’échelle 1, en mm'),
        factor: z.number().int().min(2).max(100).describe('réduction au-delà : 10 pour 1:10'),
      })
      .default({ above: 5080, factor: 10 })
      .describe('échelle des très grands formats (une page PDF ne dépasse pas 5 080 mm)'),
    intent: z.enum(['relative', 'perceptual']).default('relative').describe('intention de rendu des conversions'),
    spots: z
      .enum(['keep', 'convert'])
      .default('convert')
      .describe('tons directs de la charte : gardés, ou imprimés en quadrichromie'),
    'flatten-ppi': z
      .number()
      .int()
      .min(72)
      .max(1200)
      .default(300)
      .describe('résolution de ce qui doit devenir une image en PDF/X-1a et X-3'),
    'outline-text': flag.default(false).describe('vrai : les textes sont vectorisés'),
    plates: z
      .strictObject({
        white: plate,
        cut: plate,
        'kiss-cut': plate,
        drill: plate,
        varnish: plate,
        braille: plate,
        engrave: plate,
      } satisfies Record<PlateRole, typeof plate>)
      .describe('planches techniques, par rôle'),
    rules: z.record(slug, policy).default({}).describe('conduite à tenir par règle'),
    sources: sourcesSchema,
  })
  // For editors: a profile that extends another gives only its differences; the whole is checked once merged.
  .meta({ description: 'Profil d’imprimeur', required: ['id'] })

export type PrinterFile = z.output<typeof printerFile>
