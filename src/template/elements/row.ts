// A row and a column: children one after the other, nothing drawn.
import { z } from 'zod'
import { containerShape } from '../box.ts'
import { defineElement } from '../element.ts'

export const row = defineElement({
  about: 'des éléments côte à côte',
  main: z.array(z.unknown()),
  container: true,
  props: containerShape,
  prepare: () => ({ style: { direction: 'row' }, lower: () => [] }),
})

export const column = defineElement({
  about: 'des éléments l’un sous l’autre',
  main: z.array(z.unknown()),
  container: true,
  props: containerShape,
  prepare: () => ({ style: { direction: 'column' }, lower: () => [] }),
})
