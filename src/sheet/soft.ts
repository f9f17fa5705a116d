// Whether anything on a face has an opacity that varies: a picture with alpha, a fade, a mask.
import type { Assets } from '../model/assets.ts'
import { isInk, type Mark } from '../model/sheet.ts'
import { isFlat } from './solid.ts'
import { paintsOf, walk } from './walk.ts'

export function hasSoft(marks: readonly Mark[], assets: Assets): boolean {
  for (const { mark } of walk(marks)) {
    if (mark.kind === 'group' && mark.mask) return true
    if (mark.kind === 'image' && assets.image(mark.image).alpha) return true
    if (paintsOf(mark).some(paint => !isInk(paint) && !isFlat(paint.stops.map(({ alpha }) => alpha)))) return true
  }
  return false
}
