// A thing to be seen through, as leaves that share one way of being laid over what is there.
import type { Assets } from '../../model/assets.ts'
import type { Box } from '../../model/geometry.ts'
import type { BlendMode, GroupMark, Mark } from '../../model/sheet.ts'
import { intersection, type Leaf, leavesOf, type Place, paintOf, within } from './leaf.ts'
import { isSeparable } from './mix.ts'
import { blendsWithin, isSoft, isVeiled } from './transparent.ts'

/** A leaf and the opacity of all that is around it, from 0 to 1. */
export type Veil = { readonly leaf: Leaf; readonly alpha: number }

/** In painting order; where several lie over each other, only the topmost is seen. */
export type Unit = { readonly veils: readonly Veil[]; readonly blend: BlendMode }

export const leafUnit = (leaf: Leaf): Unit => ({ veils: [{ leaf, alpha: 1 }], blend: 'normal' })

/** Undefined when only pixels can say it: masks, groups that blend inside, things seen through each other. */
export function groupUnit(group: GroupMark, place: Place, assets: Assets): Unit | undefined {
  const { opacity = 1, blend = 'normal' } = group
  if (!isSeparable(blend)) return undefined
  const veils = veilsOf(group, place, assets)
  return veils && { veils: veils.map(({ leaf, alpha }) => ({ leaf, alpha: alpha * opacity })), blend }
}

/** Of a group's content, its own opacity and blend left aside. */
function veilsOf(group: GroupMark, place: Place, assets: Assets): readonly Veil[] | undefined {
  if (group.mask || blendsWithin(group.marks)) return undefined
  const inner = within(group, place)
  const veils: Veil[] = []
  for (const mark of group.marks) {
    const inside = veilsIn(mark, inner, assets)
    if (!inside) return undefined
    veils.push(...inside)
  }
  // What is whole hides what it covers; what is not must not meet anything of its own group.
  const whole = veils.every(({ leaf, alpha }) => alpha === 1 && !isSeenThrough(leaf, assets))
  return whole || areApart(veils.map(({ leaf }) => leaf.box)) ? veils : undefined
}

function veilsIn(mark: Mark, place: Place, assets: Assets): readonly Veil[] | undefined {
  if (mark.kind !== 'group') return leavesOf([mark], place, assets).map(leaf => ({ leaf, alpha: 1 }))
  const { opacity = 1 } = mark
  if (opacity === 0) return []
  return veilsOf(mark, place, assets)?.map(({ leaf, alpha }) => ({ leaf, alpha: alpha * opacity }))
}

export function isSeenThrough(leaf: Leaf, assets: Assets): boolean {
  const paint = paintOf(leaf)
  if (paint) return isVeiled(paint)
  return leaf.mark.kind === 'image' && isSoft(assets.image(leaf.mark.image))
}

/** Beyond this many the comparison of each with each is not worth its time. */
const MANY = 400

const areApart = (boxes: readonly Box[]): boolean =>
  boxes.length <= MANY && boxes.every((box, index) => boxes.slice(0, index).every(other => !intersection(box, other)))
