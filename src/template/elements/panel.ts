// A panel: a surface with a fill, a border, round corners; it may clip what it holds. Its children stand in a column.
import { z } from 'zod'
import { allEdges, type Box, outset, type Path, rectPath, roundedRectPath, roundPath } from '../../model/geometry.ts'
import { type Mm, roundMm } from '../../model/length.ts'
import type { Mark } from '../../model/sheet.ts'
import { containerShape, expression } from '../box.ts'
import { defineElement } from '../element.ts'
import type { Scope } from '../scope.ts'

const TOUCHES: Mm = 0.002

/** Art that reaches the trim goes on to the edge of the bleed: a panel may not stop at the cut. */
export function bleedOut(box: Box, scope: Pick<Scope, 'width' | 'height' | 'bleed'>): Box {
  const [top, right, bottom, left] = scope.bleed
  return outset(box, [
    box.y <= TOUCHES ? top : 0,
    box.x + box.width >= scope.width - TOUCHES ? right : 0,
    box.y + box.height >= scope.height - TOUCHES ? bottom : 0,
    box.x <= TOUCHES ? left : 0,
  ])
}

export const panel = defineElement({
  about: 'une surface : fond, filet, angles arrondis ; ses enfants sont en colonne',
  main: z.array(z.unknown()),
  container: true,
  props: {
    ...containerShape,
    fill: z.string().optional().describe('couleur du fond'),
    radius: expression.optional().describe('rayon des angles'),
    border: z.string().optional().describe('couleur du filet'),
    'border-width': expression.optional().describe('épaisseur du filet'),
    dash: z.array(expression).min(1).max(4).optional().describe('longueurs des tirets du filet'),
    solid: z.boolean().optional().describe('son fond reste quand la pièce est gravée ou découpée (une seule couleur)'),
    clip: z.boolean().optional().describe('rogne les enfants à la surface'),
    alt: z.string().optional().describe('description parlée'),
  },
  prepare(_, props, scope) {
    const radius = props.radius === undefined ? 0 : scope.number(props.radius)
    const outline = (box: Box): Path =>
      roundPath(radius > 0 ? roundedRectPath(box, radius) : rectPath(bleedOut(box, scope)))
    const border = props.border === undefined ? undefined : scope.ink(props.border)
    const width = scope.number(props['border-width'] ?? '0.25pt')
    return {
      style: { direction: 'column' },
      ...(props.alt === undefined ? {} : { group: { alt: props.alt } }),
      clip: box => (props.clip ? outline(box) : undefined),
      outlines: box => [outline(box)],
      lower(box) {
        const marks: Mark[] = []
        // In one colour the material is the field.
        if (props.fill !== undefined && (!scope.oneColour || props.solid))
          marks.push({ kind: 'path', path: outline(box), fill: scope.ink(props.fill) })
        if (border) {
          const inner = outset(box, allEdges(-width / 2))
          marks.push({
            kind: 'path',
            path: roundPath(roundedRectPath(inner, Math.max(0, radius - width / 2))),
            stroke: {
              paint: border,
              width: roundMm(width),
              cap: 'butt',
              join: 'miter',
              miterLimit: 4,
              ...(props.dash
                ? { dash: { lengths: props.dash.map(length => roundMm(scope.number(length))), offset: 0 } }
                : {}),
            },
          })
        }
        return marks
      },
    }
  },
})
