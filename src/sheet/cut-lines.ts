// Where a face is cut: along the format or around its art; through the film only, or through the liner too.
import type { Assets } from '../model/assets.ts'
import type { CutAround, PrinterSpec, ProductSpec } from '../model/design.ts'
import { IDENTITY } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'
import { areaOf } from './area.ts'
import { contourPath, contourRegion, followRegion } from './contour.ts'
import { pathRegion } from './path-area.ts'
import { grow, isEmpty, type Region, subtract } from './region.ts'
import { selectPart } from './walk.ts'

type Wanted = CutAround & { readonly radius: Mm; readonly follow?: Mm }

/** The outline of the sticker, and of its liner where that follows it. */
type Contours = { readonly film: Region; readonly liner?: Region }

/** The art of a face; what lies in the bleed, or is clipped away, is no part of the sticker. */
const artOf = (sheet: Sheet, assets: Assets): Region => areaOf(selectPart(sheet.marks, 'art'), assets)

/** The cuts around the art, when they stay inside the format with room to be peeled off. */
function contoursOf(sheet: Sheet, { offset, radius, margin, follow }: Wanted, assets: Assets): Contours | undefined {
  const farthest = Math.min(sheet.width, sheet.height) / 2
  const film = contourRegion(artOf(sheet, assets), { offset, radius, farthest })
  if (!film) return undefined
  const liner = follow === undefined ? undefined : followRegion(film, follow, radius)
  const inside = grow(pathRegion(sheet.cut, 'nonzero', IDENTITY), -margin)
  return isEmpty(subtract(liner ?? film, inside)) ? { film, ...(liner && { liner }) } : undefined
}

/** The knife's own tolerance on a text's distance: the contour is fitted with curves. */
const FITTED: Mm = 0.05

/** The outline of the piece becomes the contour of its art; a text is as far from it as the art is. */
function shaped(sheet: Sheet, wanted: Wanted, { film }: Contours): Sheet {
  const safe = Math.min(sheet.safe, Math.max(wanted.offset, wanted.radius) - FITTED)
  return { ...sheet, cut: contourPath(film), safe, followsArt: true }
}

/**
 * The cuts that a product asks for. Around the art, the contour becomes the outline of the piece; film alone is cut
 * there by a kiss-cut, whose liner is cut through along the format, or at its own distance around the contour. Art and
 * white outside stay on the liner as bleed. A face whose art cannot be cut around keeps its format, and a check says so.
 */
export function cutLines(
  sheet: Sheet,
  { kissCut, throughCut }: Pick<ProductSpec, 'kissCut' | 'throughCut'>,
  { minRadius: radius }: Pick<PrinterSpec, 'minRadius'>,
  assets: Assets,
): Sheet {
  if (throughCut) {
    const wanted: Wanted = { ...throughCut, radius }
    const contours = contoursOf(sheet, wanted, assets)
    return contours ? shaped(sheet, wanted, contours) : sheet
  }
  if (!kissCut) return sheet
  if (kissCut.along === 'trim') return { ...sheet, kissCut: {} }
  const wanted: Wanted = { ...kissCut, radius }
  const contours = contoursOf(sheet, wanted, assets)
  if (!contours) return { ...sheet, kissCut: {} }
  const through = contours.liner ? contourPath(contours.liner) : sheet.cut
  return { ...shaped(sheet, wanted, contours), kissCut: { through } }
}
