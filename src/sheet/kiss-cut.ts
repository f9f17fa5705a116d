// Kiss-cuts: the film is cut, the liner is not. Along the format, or around the art, inside a format that is cut through.
import type { Assets } from '../model/assets.ts'
import type { PrinterSpec, ProductSpec } from '../model/design.ts'
import { IDENTITY } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'
import { areaOf } from './area.ts'
import { contourPath, contourRegion } from './contour.ts'
import { pathRegion } from './path-area.ts'
import { grow, isEmpty, type Region, subtract } from './region.ts'
import { selectPart } from './walk.ts'

type KissCut = NonNullable<ProductSpec['kissCut']> & { readonly radius: Mm }

/** The art of a face; what lies in the bleed, or is clipped away, is no part of the sticker. */
const artOf = (sheet: Sheet, assets: Assets): Region => areaOf(selectPart(sheet.marks, 'art'), assets)

/** The sticker around the art, when it stays inside the format with room to be peeled off. */
function contourOf(sheet: Sheet, { offset, radius, margin }: KissCut, assets: Assets): Region | undefined {
  const farthest = Math.min(sheet.width, sheet.height) / 2
  const contour = contourRegion(artOf(sheet, assets), { offset, radius, farthest })
  const inside = grow(pathRegion(sheet.cut, 'nonzero', IDENTITY), -margin)
  return contour && isEmpty(subtract(contour, inside)) ? contour : undefined
}

/** The knife's own tolerance on a text's distance: the contour is fitted with curves. */
const FITTED: Mm = 0.05

/**
 * Makes a face a sticker on its liner. Around the art, the contour becomes the outline of the piece and the format is
 * what is cut through; art and white outside of it stay on the liner as bleed. A face whose art cannot be cut around
 * is left without `through`, and a check says so.
 */
export function kissCut(
  sheet: Sheet,
  product: Pick<ProductSpec, 'kissCut'>,
  { minRadius }: Pick<PrinterSpec, 'minRadius'>,
  assets: Assets,
): Sheet {
  if (!product.kissCut) return sheet
  if (product.kissCut.along === 'trim') return { ...sheet, kissCut: {} }
  const wanted: KissCut = { ...product.kissCut, radius: minRadius }
  const contour = contourOf(sheet, wanted, assets)
  if (!contour) return { ...sheet, kissCut: {} }
  const safe = Math.min(sheet.safe, Math.max(wanted.offset, wanted.radius) - FITTED)
  return { ...sheet, cut: contourPath(contour), safe, kissCut: { through: sheet.cut } }
}
