// Cut lines: the outline of the finished piece, a hairline in the cutter's ink; through the liner, or through the film only.
import type { Path } from '../model/geometry.ts'
import { spot } from '../model/ink.ts'
import { fromPt, roundMm } from '../model/length.ts'
import type { GroupMark, Sheet } from '../model/sheet.ts'

/** Cutters follow the path, not the width; 0.25 pt is what Roland, Summa and most shops document. */
const HAIRLINE = roundMm(fromPt(0.25))

const plate = (role: 'cut' | 'kiss-cut', path: Path): GroupMark => ({
  kind: 'group',
  layer: role,
  name: role,
  marks: [
    {
      kind: 'path',
      path,
      stroke: { paint: spot(role), width: HAIRLINE, cap: 'butt', join: 'miter', miterLimit: 10 },
    },
  ],
})

/** The film first, then what frees it: a piece that is already loose cannot be cut. */
function linesOf({ cut, kissCut }: Sheet): readonly GroupMark[] {
  if (!kissCut) return [plate('cut', cut)]
  return [plate('kiss-cut', cut), ...(kissCut.through ? [plate('cut', kissCut.through)] : [])]
}

export const cut = (sheet: Sheet): Sheet => ({ ...sheet, marks: [...sheet.marks, ...linesOf(sheet)] })
