// A disc that fills its box (an ellipse when the box is not square).
import { z } from 'zod'
import { allEdges, type Box, ellipsePath, outset, roundPath } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { expression } from '../box.ts'
import { defineElement } from '../element.ts'

const outline = (box: Box) =>
  roundPath(ellipsePath(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2))

export const disc = defineElement({
  about: 'un disque ; la valeur est son diamètre',
  main: expression,
  props: {
    fill: z.string().describe('couleur'),
    ring: expression
      .optional()
      .describe('épaisseur de l’anneau quand la pièce est gravée ou découpée (une seule couleur)'),
    solid: z.boolean().optional().describe('reste plein quand la pièce est gravée ou découpée (une seule couleur)'),
  },
  prepare(diameter, props, scope) {
    const size = scope.number(diameter)
    const ring = scope.number(props.ring ?? 0)
    // In one colour a disc that is a field is the material itself, but for its rim.
    const lower = (box: Box): Mark[] => {
      if (!scope.oneColour || props.solid) return [{ kind: 'path', path: outline(box), fill: scope.ink(props.fill) }]
      if (ring <= 0) return []
      const inner = outline(outset(box, allEdges(-ring)))
      const path = [...outline(box), ...inner]
      return [{ kind: 'path', path, fill: scope.ink(props.fill), fillRule: 'evenodd' }]
    }
    return {
      style: { width: size, height: size },
      outlines: box => [outline(box)],
      lower,
    }
  },
})
