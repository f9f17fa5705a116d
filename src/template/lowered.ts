// The marks of an element, drawn once for as long as it stands at the same place: a panel or a logo does for many kits.
import type { Place } from '../model/diagnostic.ts'
import { type Box, sameBox } from '../model/geometry.ts'
import type { Mark } from '../model/sheet.ts'
import { type Ear, holds, type Remembered, remember } from './ear.ts'
import type { Prepared, RoomAt } from './element.ts'

type Known = Remembered<readonly Mark[]> & {
  readonly box: Box
  readonly scale: number
  readonly room: RoomAt | undefined
}

/** `lower` as the element wrote it, but for its memory and the place of the template on each mark. */
export function loweredOnce({ lower }: Prepared, ear: Ear): Prepared['lower'] {
  let known: Known | undefined
  return (box, scale, room) => {
    const still = known?.scale === scale && known.room === room && sameBox(known.box, box) && holds(known, ear)
    if (!still || !known) {
      const marks = remember(ear, () => lower(box, scale, room).map(mark => withPlace(mark, ear.scope.by)))
      known = { ...marks, box, scale, room }
    }
    return known.value
  }
}

const withPlace = (mark: Mark, by: Place | undefined): Mark => (by && !mark.by ? { ...mark, by } : mark)
