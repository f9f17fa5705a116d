// A repetition: one copy of `each` for every item of a list slot, as the partners of a structure.
import { z } from 'zod'
import { containerShape, expression } from '../box.ts'
import { defineElement } from '../element.ts'

export const repeat = defineElement({
  about: 'un exemplaire de `each` par élément d’une liste ; l’élément courant est `item`',
  main: z.string().describe('liste, par exemple `structure.partenaires`'),
  props: {
    ...containerShape,
    each: z.unknown().describe('élément répété'),
    from: expression.optional().describe('rang du premier (0 par défaut)'),
    max: expression.optional().describe('nombre maximal'),
    direction: z.enum(['row', 'column']).optional().describe('sens du flux (row par défaut)'),
  },
  prepare: (_, props) => ({ style: { direction: props.direction ?? 'row' }, lower: () => [] }),
})
