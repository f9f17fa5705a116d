// Spot inks that print on a page, technical plates left out.
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import { PROCESS } from './inks.ts'
import type { Press } from './printed.ts'
import { roleOf } from './technical.ts'

export type PrintingSpot = {
  readonly name: string
  readonly page: number
  readonly object: number
  readonly tint: string
}

const NOT_SPOTS: readonly string[] = [...PROCESS, 'All', 'None']

const named = (space: ColorSpace): readonly { readonly name: string; readonly tint: string }[] => {
  if (space.family === 'Separation') return [{ name: space.name, tint: space.tint }]
  return space.family === 'DeviceN' ? space.names.map(name => ({ name, tint: '' })) : []
}

/** The first use of each name. */
export function printingSpots({ pages, job }: Press): PrintingSpot[] {
  const spots = new Map<string, PrintingSpot>()
  for (const { page, items } of pages)
    for (const item of items)
      for (const { space } of paintsOf(item))
        for (const { name, tint } of [...spacesWithin(space)].flatMap(named))
          if (!NOT_SPOTS.includes(name) && !spots.has(name) && roleOf(name, job) === undefined)
            spots.set(name, { name, tint, page: page.number, object: item.object })
  return [...spots.values()]
}
