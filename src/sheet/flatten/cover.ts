// Whether outlines cover a whole box: what lies under them is then not seen there.
import { type Box, IDENTITY } from '../../model/geometry.ts'
import { pathRegion } from '../path-area.ts'
import { boxRegion, intersect, type Region, regionArea, subtract } from '../region.ts'
import type { Clip, Leaf } from './leaf.ts'

/** In mm²: a sliver between two outlines that share an edge. */
const SLIVER = 0.001

/** In mm: what is this near to an edge is on it. */
const NEAR = 0.002

/** Beyond this many the answer is not worth its time: paper is then taken to show. */
const MANY = 64

/** A leaf covers a box when its outline and every clip around it do. */
export const leafCovers = ({ box: seen, clips }: Leaf, outline: Clip, box: Box): boolean =>
  holds(seen, box) && coverTogether([[...clips, outline]], box)

/** Whether areas, each the part that several outlines share, leave nothing of a box bare. */
export function coverTogether(areas: readonly (readonly Clip[])[], box: Box): boolean {
  if (areas.length === 0 || areas.length > MANY) return false
  const bare = areas.reduce((left, area) => subtract(left, sharedBy(area)), boxRegion(box))
  return regionArea(bare) <= SLIVER
}

const sharedBy = (clips: readonly Clip[]): Region =>
  clips.map(({ path, rule }) => pathRegion(path, rule, IDENTITY)).reduce(intersect)

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x + NEAR &&
  outer.y <= inner.y + NEAR &&
  outer.x + outer.width >= inner.x + inner.width - NEAR &&
  outer.y + outer.height >= inner.y + inner.height - NEAR
