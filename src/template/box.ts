// The properties every element has: where it stands in its container (flexbox) and whether it is there at all.
import { z } from 'zod'

/** A length or number: `2u`, `3mm`, `8pt`, `50%`, `$marge`, `min(7.5u, 0.44 * $champ)`; a bare number is in mm. */
export const expression = z.union([z.string().min(1).max(200), z.number()])

const length = (description: string) => expression.optional().describe(description)

export const boxShape = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional()
    .describe('nom de l’élément, pour `avoid`, `within` et `drop`'),
  when: z
    .union([z.string().min(1).max(200), z.boolean()])
    .optional()
    .describe('condition de présence'),
  width: length('largeur'),
  height: length('hauteur'),
  'min-width': length('largeur minimale'),
  'max-width': length('largeur maximale'),
  'min-height': length('hauteur minimale'),
  'max-height': length('hauteur maximale'),
  grow: z
    .union([z.number().min(0), z.string()])
    .optional()
    .describe('part de l’espace libre que prend l’élément'),
  shrink: z.number().min(0).optional().describe('part de la réduction que prend l’élément (0 : jamais)'),
  margin: length('marge des quatre côtés'),
  'margin-top': length('marge haute (`auto` pousse vers le bas)'),
  'margin-right': length('marge droite'),
  'margin-bottom': length('marge basse'),
  'margin-left': length('marge gauche'),
  self: z.enum(['start', 'center', 'end', 'stretch']).optional().describe('alignement dans le conteneur'),
  position: z.enum(['absolute']).optional().describe('hors du flux'),
  top: length('distance au haut du conteneur'),
  right: length('distance à la droite du conteneur'),
  bottom: length('distance au bas du conteneur'),
  left: length('distance à la gauche du conteneur'),
} as const

export const containerShape = {
  padding: length('retrait des quatre côtés'),
  'padding-top': length('retrait haut'),
  'padding-right': length('retrait droit'),
  'padding-bottom': length('retrait bas'),
  'padding-left': length('retrait gauche'),
  gap: length('espace entre les enfants'),
  align: z.enum(['start', 'center', 'end', 'stretch']).optional().describe('alignement des enfants en travers'),
  justify: z
    .enum(['start', 'center', 'end', 'between', 'around'])
    .optional()
    .describe('répartition des enfants dans le sens du flux'),
  wrap: z.boolean().optional().describe('passe à la ligne quand la place manque'),
} as const

export type BoxProps = z.output<z.ZodObject<typeof boxShape>> & Partial<z.output<z.ZodObject<typeof containerShape>>>
