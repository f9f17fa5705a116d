// Where groups with an effect hold groups with an effect: resvg draws those rightly only near its canvas.
import type { Assets } from '../../model/assets.ts'
import { type Box, IDENTITY, type Matrix, multiply } from '../../model/geometry.ts'
import type { GroupMark, Mark } from '../../model/sheet.ts'
import { extentOf, meets, union } from './extent.ts'
import { isIdle, type PixelTarget } from './idle-clip.ts'

type Reach = {
  /** Groups with an effect, one in the other. */
  readonly depth: number
  /** What is seen of the marks, to its full extent. */
  readonly extent?: Box
  /** The extent of groups with an effect that hold another. */
  readonly nested?: Box
}

/** The box of all groups with an effect inside which there is another; undefined when there are none. */
export const nestedEffects = (marks: readonly Mark[], assets: Assets, pixels: PixelTarget): Box | undefined =>
  isNested(marks, pixels, IDENTITY, false) ? reachOf(marks, assets, pixels, IDENTITY).nested : undefined

/** Whether any group with an effect holds another: on most sheets none does, and no mark has to be measured. */
function isNested(marks: readonly Mark[], pixels: PixelTarget, matrix: Matrix, within: boolean): boolean {
  return marks.some(mark => {
    if (mark.kind !== 'group') return false
    const inner = mark.transform ? multiply(matrix, mark.transform) : matrix
    const own = hasEffect(mark, inner, pixels)
    if (own && within) return true
    return [mark.marks, mark.mask?.marks ?? []].some(each => isNested(each, pixels, inner, own || within))
  })
}

function reachOf(marks: readonly Mark[], assets: Assets, pixels: PixelTarget, matrix: Matrix): Reach {
  return marks.reduce<Reach>((all, mark) => joined(all, reachOfMark(mark, assets, pixels, matrix)), { depth: 0 })
}

function reachOfMark(mark: Mark, assets: Assets, pixels: PixelTarget, matrix: Matrix): Reach {
  if (mark.kind !== 'group') {
    const extent = extentOf(mark, matrix, assets, pixels.view)
    return extent && meets(extent, pixels.view) ? { depth: 0, extent } : { depth: 0 }
  }
  const inner = mark.transform ? multiply(matrix, mark.transform) : matrix
  const content = reachOf(mark.marks, assets, pixels, inner)
  if (!hasEffect(mark, inner, pixels)) return content
  const mask = mark.mask ? reachOf(mark.mask.marks, assets, pixels, inner) : { depth: 0 }
  const { extent, depth } = joined(content, mask)
  return { depth: depth + 1, extent, nested: depth > 0 ? extent : undefined }
}

const joined = (one: Reach, other: Reach): Reach => ({
  depth: Math.max(one.depth, other.depth),
  extent: union(one.extent, other.extent),
  nested: union(one.nested, other.nested),
})

/** Varnish and braille are drawn see-through, which is an effect of the drawing and not of the sheet. */
const hasEffect = ({ clip, opacity, mask, blend, isolated, layer }: GroupMark, matrix: Matrix, pixels: PixelTarget) =>
  (clip !== undefined && !isIdle(clip.path, matrix, pixels)) ||
  (opacity !== undefined && opacity !== 1) ||
  mask !== undefined ||
  (blend !== undefined && blend !== 'normal') ||
  isolated === true ||
  layer === 'varnish' ||
  layer === 'braille'
