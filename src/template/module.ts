// The module u: one length that follows the sheet, so that one template serves every size.
import type { BrandSpec } from '../model/design.ts'
import type { Mm } from '../model/length.ts'

/** u in mm: a share of the short side, or of the long side for banners. */
export function moduleOf(width: Mm, height: Mm, { short, long, ratio }: BrandSpec['module']): Mm {
  const [low, high] = width < height ? [width, height] : [height, width]
  return high / low > ratio ? high / long : low / short
}
