// What a knife or a drill follows: hairlines without fill, however the sheet drew them.

import type { Paint } from '../../model/ink.ts'
import type { Mark, Stroke } from '../../model/sheet.ts'

/** Thin enough to be a line to any cutter's software, thick enough to be seen. */
const HAIRLINE = 0.1

export const contours = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark): Mark => {
    if (mark.kind === 'group') return { ...mark, marks: contours(mark.marks) }
    if (mark.kind !== 'path') return mark
    const { path, fill, stroke } = mark
    return fill ? { kind: 'path', path, stroke: stroke ?? hairline(fill) } : mark
  })

const hairline = (paint: Paint): Stroke => ({ paint, width: HAIRLINE, cap: 'butt', join: 'miter', miterLimit: 10 })
