// The structure's photo, filling its box; the crop keeps the proportions.
import { z } from 'zod'
import { rectPath, roundPath } from '../../model/geometry.ts'
import { coverRequest } from '../cover.ts'
import { defineElement } from '../element.ts'
import { bleedOut } from './panel.ts'

export const image = defineElement({
  about: 'la photo de la structure, recadrée pour remplir sa boîte',
  main: z.enum(['photo']),
  props: { alt: z.string().optional().describe('description parlée') },
  prepare(_, props, scope) {
    if (!scope.resources.photo) return undefined
    const alt = props.alt === undefined ? undefined : scope.fill(props.alt)?.text
    return {
      ...(alt === undefined ? {} : { group: { alt } }),
      outlines: box => [roundPath(rectPath(box))],
      lower(box) {
        const { photo } = scope.resources
        return photo ? [coverRequest(photo, bleedOut(box, scope), scope)] : []
      },
    }
  },
})
