// A pictogram of the brand, in one ink.
import { z } from 'zod'
import { expression } from '../box.ts'
import { defineElement } from '../element.ts'
import { missingPictogram } from '../missing-pictogram.ts'
import { inkArtwork, placeArtwork } from '../placement.ts'

export const pictogram = defineElement({
  about: 'un pictogramme de la charte, d’une seule couleur ; la valeur est sa clé',
  main: z.string(),
  props: {
    size: expression.describe('côté'),
    color: z.string().describe('couleur'),
    alt: z.string().optional().describe('description parlée'),
  },
  prepare(key, props, scope) {
    const name = scope.fill(key)
    if (!name) return undefined
    const art = scope.resources.pictogram(name.text)
    if (!art) {
      missingPictogram(name.text, scope)
      return undefined
    }
    const size = scope.number(props.size)
    return {
      style: { width: size, height: size },
      ...(props.alt === undefined ? {} : { group: { alt: props.alt } }),
      lower: box => placeArtwork(inkArtwork(art, scope.ink(props.color)), box, scope),
    }
  },
})
