// The sign of a universe: discs, an arch or a half disc resting on the bottom line of their container.
import { z } from 'zod'
import type { Sign, SignShape } from '../../model/design.ts'
import { type Box, ellipsePath, type Path, pathBounds, roundPath, type Segment } from '../../model/geometry.ts'
import { type Mm, roundMm } from '../../model/length.ts'
import type { Mark } from '../../model/sheet.ts'
import { expression } from '../box.ts'
import { coverRequest } from '../cover.ts'
import { defineElement } from '../element.ts'
import { missingPictogram } from '../missing-pictogram.ts'
import { inkArtwork, placeArtwork } from '../placement.ts'
import type { Scope } from '../scope.ts'

const KAPPA = 0.5522847498307936

/** Leftmost and rightmost x and the height of a sign, in units of R. */
export function signExtent(sign: Sign): { left: number; right: number; height: number } {
  return {
    left: Math.min(...sign.shapes.map(({ x, r }) => x - r)),
    right: Math.max(...sign.shapes.map(({ x, r }) => x + r)),
    height: Math.max(...sign.shapes.map(shape => heightOf(shape))),
  }
}

const heightOf = (shape: SignShape): number => {
  switch (shape.shape) {
    case 'disc':
      return 2 * shape.r
    case 'half-disc':
      return shape.r
    case 'arch':
      return shape.height
  }
}

/** An upper half disc of radius r on a straight foot, from the line up. */
function archPath(x: Mm, line: Mm, r: Mm, foot: Mm): Path {
  const top = line - foot
  const k = r * KAPPA
  const sides: Segment[] = foot > 0 ? [['L', x + r, line]] : []
  return [
    ['M', x - r, line],
    ['L', x - r, top],
    ['C', x - r, top - k, x - k, top - r, x, top - r],
    ['C', x + k, top - r, x + r, top - k, x + r, top],
    ...sides,
    ['Z'],
  ]
}

function shapePath(shape: SignShape, origin: Mm, line: Mm, radius: Mm): Path {
  const x = origin + shape.x * radius
  const r = shape.r * radius
  switch (shape.shape) {
    case 'disc':
      return roundPath(ellipsePath(x, line - r, r))
    case 'half-disc':
      return roundPath(archPath(x, line, r, 0))
    case 'arch':
      return roundPath(archPath(x, line, r, shape.height * radius - r))
  }
}

/** Centre and radius of the largest disc inside a shape: where a pictogram stands. */
function windowOf(shape: SignShape, origin: Mm, line: Mm, radius: Mm): { x: Mm; y: Mm; r: Mm } {
  const x = origin + shape.x * radius
  const r = shape.r * radius
  switch (shape.shape) {
    case 'disc':
      return { x, y: line - r, r }
    case 'half-disc':
      return { x, y: line - r / 2, r: r / 2 }
    case 'arch':
      return { x, y: line - (shape.height * radius) / 2, r }
  }
}

function pictogramMarks(
  key: string,
  shape: SignShape,
  origin: Mm,
  line: Mm,
  radius: Mm,
  scope: Scope,
): readonly Mark[] {
  const artwork = scope.resources.pictogram(key)
  if (!artwork) return []
  const { x, y, r } = windowOf(shape, origin, line, radius)
  const side = 1.35 * r
  const box: Box = { x: x - side / 2, y: y - side / 2, width: side, height: side }
  return placeArtwork(inkArtwork(artwork, scope.ink('deep')), box, scope)
}

function photoMarks(path: Path, scope: Scope): readonly Mark[] {
  const box = pathBounds(path)
  const photo = scope.resources.photo
  if (!box || !photo) return []
  return [{ kind: 'group', clip: { path, rule: 'nonzero' }, marks: [coverRequest(photo, box, scope)] }]
}

/** A disc with a smaller one taken out, which winds the other way. */
function ringPath(disc: Path, ring: Mm): Path {
  const box = pathBounds(disc)
  const inner = box ? box.width / 2 - ring : 0
  if (!box || inner <= 0) return disc
  return roundPath([...disc, ...ellipsePath(box.x + box.width / 2, box.y + box.height / 2, -inner, inner)])
}

/** A disc of its colour; in one colour, a ring of the same outer size unless it stays solid. */
function drawShape(
  shape: SignShape,
  path: Path,
  scope: Scope,
  { ring, solid }: { readonly ring: Mm; readonly solid: string | undefined },
): Mark {
  const ink = scope.ink(shape.color)
  if (!scope.oneColour || shape.color === solid) return { kind: 'path', path, fill: ink }
  if (shape.shape === 'disc') return { kind: 'path', path: ringPath(path, ring), fill: ink }
  const stroke = { paint: ink, width: roundMm(2 * ring), cap: 'butt', join: 'miter', miterLimit: 10 } as const
  // A stroke twice as wide, of which the shape keeps the inner half.
  return { kind: 'group', clip: { path, rule: 'nonzero' }, marks: [{ kind: 'path', path, stroke }] }
}

export const sign = defineElement({
  about: 'le signe de l’univers, posé sur la ligne basse de son conteneur',
  main: z.enum(['plain', 'pictogram', 'photo']).describe('ce que montre le grand disque'),
  props: {
    radius: expression.describe('rayon R du grand disque'),
    overflow: expression.optional().describe('part du diamètre du dernier disque qui dépasse à droite (0 à 0,5)'),
    inset: expression.optional().describe('distance au bord droit quand rien ne dépasse'),
    ring: expression
      .optional()
      .describe('en une seule couleur : épaisseur de l’anneau de chaque forme, à l’intérieur d’elle'),
    solid: z.string().optional().describe('en une seule couleur : les formes de cette couleur restent pleines'),
    pictogram: z.string().optional().describe('pictogramme à montrer'),
  },
  prepare(kind, props, scope) {
    const definition = scope.brand.universes[scope.universe]?.sign
    if (!definition) return undefined
    const extent = signExtent(definition)
    const radius = scope.number(props.radius) * definition.scale
    const overflow = scope.number(props.overflow ?? 0)
    const last = definition.shapes.find(({ x, r }) => x + r === extent.right)
    const right = overflow > 0 && last ? -overflow * 2 * last.r * radius : scope.number(props.inset ?? 0)
    const origin = (box: Box): Mm => box.x - extent.left * radius
    const lineOf = (box: Box): Mm => box.y + box.height
    const ring = scope.number(props.ring ?? '0.3u')
    const pictogram = props.pictogram === undefined ? undefined : scope.fill(props.pictogram)?.text
    if (kind === 'pictogram' && pictogram && !scope.resources.pictogram(pictogram)) missingPictogram(pictogram, scope)
    return {
      style: {
        width: (extent.right - extent.left) * radius,
        height: extent.height * radius,
        position: { right, bottom: 0 },
      },
      outlines: box => definition.shapes.map(shape => shapePath(shape, origin(box), lineOf(box), radius)),
      lower: box =>
        definition.shapes.flatMap((shape): readonly Mark[] => {
          const path = shapePath(shape, origin(box), lineOf(box), radius)
          const base = drawShape(shape, path, scope, { ring, solid: props.solid })
          if (!shape.window || kind === 'plain') return [base]
          if (kind === 'photo') return [base, ...photoMarks(path, scope)]
          return [base, ...(pictogram ? pictogramMarks(pictogram, shape, origin(box), lineOf(box), radius, scope) : [])]
        }),
    }
  },
})
