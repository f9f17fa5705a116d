// A logo: a vector or pixel picture fitted in a box, or given the same optical area as its neighbours.
import { z } from 'zod'
import { rectPath } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import { expression } from '../box.ts'
import { defineElement } from '../element.ts'
import { fittedBox, placeArtwork } from '../placement.ts'

export const artwork = defineElement({
  about: 'un logo ; la valeur est sa clé : `caf`, ou `{item.logo}` dans une répétition',
  main: z.string(),
  props: {
    area: expression.optional().describe('aire optique en mm² : les logos d’une rangée paraissent aussi grands'),
    widest: expression.optional().describe('largeur maximale, avec `area`'),
    tallest: expression.optional().describe('hauteur maximale, avec `area`'),
    alt: z.string().optional().describe('description parlée'),
  },
  prepare(key, props, scope) {
    const name = scope.fill(key)
    const art = name && scope.resources.logo(name.text)
    if (!name || !art) return undefined
    const most = (value: string | number | undefined): Mm =>
      value === undefined ? Number.POSITIVE_INFINITY : scope.number(value)
    const words = props.alt === undefined ? undefined : scope.fill(props.alt)
    const alt = words?.text
    return {
      style:
        props.area === undefined
          ? {}
          : opticalSize(art.width / art.height, scope.number(props.area), most(props.widest), most(props.tallest)),
      ...(alt === undefined ? {} : { group: { alt } }),
      ...(words ? { says: { content: words.text, ...(words.from ? { from: words.from } : {}) } } : {}),
      outlines: box => [rectPath(box)],
      lower: box => [
        {
          kind: 'group',
          name: `logo-${name.text}`,
          ...(alt === undefined ? {} : { alt }),
          ...(name.from ? { from: name.from } : {}),
          logo: { name: alt ?? name.text, box: fittedBox(art, box) },
          marks: placeArtwork(art, box, scope),
        },
      ],
    }
  },
})

/** Width and height whose product is the area, clamped without distorting. */
function opticalSize(ratio: number, area: number, widest: Mm, tallest: Mm): { width: Mm; height: Mm } {
  const width = Math.sqrt(area * ratio)
  const height = Math.sqrt(area / ratio)
  const shrink = Math.min(1, widest / width, tallest / height)
  return { width: width * shrink, height: height * shrink }
}
