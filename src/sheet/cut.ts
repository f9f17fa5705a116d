// The cut line: the outline of the finished piece, a hairline in the cutter's ink.
import { spot } from '../model/ink.ts'
import { fromPt, roundMm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'

/** Cutters follow the path, not the width; 0.25 pt is what Roland, Summa and most shops document. */
const HAIRLINE = roundMm(fromPt(0.25))

export const cut = (sheet: Sheet): Sheet => ({
  ...sheet,
  marks: [
    ...sheet.marks,
    {
      kind: 'group',
      layer: 'cut',
      name: 'cut',
      marks: [
        {
          kind: 'path',
          path: sheet.cut,
          stroke: { paint: spot('cut'), width: HAIRLINE, cap: 'butt', join: 'miter', miterLimit: 10 },
        },
      ],
    },
  ],
})
