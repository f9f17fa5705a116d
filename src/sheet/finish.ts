// The order of finishing, which never changes: white, cut, drill in the viewer's coordinates, then mirror, then marks.
import type { Sheet } from '../model/sheet.ts'
import { cut } from './cut.ts'
import { drill } from './drill.ts'
import { mirror } from './mirror.ts'
import { type White, white } from './white.ts'

export type Finish = { readonly white: White | undefined; readonly cut: boolean; readonly mirrored: boolean }

/** Adds the plates a product asks for to a face of art, then turns it over if it is read through glass. */
export function finish(sheet: Sheet, wanted: Finish): Sheet {
  const steps: ((sheet: Sheet) => Sheet)[] = []
  const plate = wanted.white
  if (plate) steps.push(face => white(face, plate))
  if (wanted.cut) steps.push(cut)
  steps.push(drill)
  if (wanted.mirrored) steps.push(mirror)
  return steps.reduce((current, step) => step(current), sheet)
}
