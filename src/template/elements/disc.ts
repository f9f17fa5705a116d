// A disc that fills its box (an ellipse when the box is not square).
import { z } from 'zod'
import { type Box, ellipsePath, roundPath } from '../../model/geometry.ts'
import { expression } from '../box.ts'
import { defineElement } from '../element.ts'

const outline = (box: Box) =>
  roundPath(ellipsePath(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2))

export const disc = defineElement({
  about: 'un disque ; la valeur est son diamètre',
  main: expression,
  props: { fill: z.string().describe('couleur') },
  prepare(diameter, props, scope) {
    const size = scope.number(diameter)
    return {
      style: { width: size, height: size },
      outlines: box => [outline(box)],
      lower: box => [{ kind: 'path', path: outline(box), fill: scope.ink(props.fill) }],
    }
  },
})
