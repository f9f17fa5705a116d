// Engraved and cut art: the drawing in one colour becomes what a tool follows, alone on its plate.
import type { Assets } from '../model/assets.ts'
import type { ProductSpec } from '../model/design.ts'
import type { PlateRole } from '../model/ink.ts'
import { spot } from '../model/ink.ts'
import { fromPt, roundMm } from '../model/length.ts'
import type { GroupMark, Mark, Sheet } from '../model/sheet.ts'
import { oneColour, type Shape } from './one-colour.ts'
import { shapeless } from './one-colour-problem.ts'
import { walk } from './walk.ts'

/** A knife follows the path, not the width: as for the trim. */
const HAIRLINE = roundMm(fromPt(0.25))

const plateGroup = (role: PlateRole, marks: readonly Mark[]): Mark => ({
  kind: 'group',
  layer: role,
  name: role,
  marks,
})

/** Areas to hollow out: filled, without a stroke. */
const engraved = (shape: Shape): Mark => ({ kind: 'path', ...shape, fill: spot('engrave') })

/** Lines to follow through the film, not through its liner: closed, without a fill. */
const cutOut = (shape: Shape): Mark => ({
  kind: 'path',
  ...shape,
  stroke: { paint: spot('kiss-cut'), width: HAIRLINE, cap: 'butt', join: 'miter', miterLimit: 10 },
})

/** Pixels, masks, gradients and see-through logos cannot be followed. They stay as they are, so that the checks see them and refuse the piece by name. */
const pictures = (sheet: Sheet): readonly Mark[] =>
  walk(sheet.marks).flatMap(({ mark, matrix, parents }): Mark[] => {
    if (mark.kind === 'group' && (mark.mask || (mark.logo && isFading(mark)))) return [{ ...mark, transform: matrix }]
    if (mark.kind !== 'image' || parents.some(({ mask }) => mask)) return []
    const from = [...parents, mark].findLast(each => each.from !== undefined)?.from
    return [{ kind: 'group', transform: matrix, marks: [mark], ...(from ? { from } : {}) }]
  })

const isFading = ({ marks }: GroupMark): boolean => ['gradient', 'clear'].includes(shapeless(marks) ?? '')

const followed = (sheet: Sheet, role: PlateRole, assets: Assets, follow: (shape: Shape) => Mark): Sheet => ({
  ...sheet,
  marks: [plateGroup(role, oneColour(sheet.marks, assets).map(follow)), ...pictures(sheet)],
})

/** First of the finishing steps: art that is not printed leaves nothing in any ink. Printed art is left as it is. */
export function contours(sheet: Sheet, art: ProductSpec['art'], assets: Assets): Sheet {
  switch (art) {
    case 'printed':
      return sheet
    case 'engraved':
      return followed(sheet, 'engrave', assets, engraved)
    case 'cut':
      return { ...followed(sheet, 'kiss-cut', assets, cutOut), weeded: true }
  }
}
