// A text must stand out from what is under it: 70 % of luminance contrast, as French accessibility practice asks.
import { luminanceContrast, luminanceOfRgb } from '../../color/coverage.ts'
import type { Assets } from '../../model/assets.ts'
import { text } from '../../model/diagnostic.ts'
import {
  type Box,
  boundsUnder,
  type Matrix,
  type Path,
  type Point,
  transformBox,
  transformPath,
} from '../../model/geometry.ts'
import { type Cmyk, cmyk, type Ink, PAPER } from '../../model/ink.ts'
import { isInk, type Output, type Piece, type Sheet } from '../../model/sheet.ts'
import { walk } from '../../sheet/walk.ts'
import { markBounds } from '../../text/measure.ts'
import { holdsBox, isDeepInside, outlinePoints } from '../extent.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const LEAST = 70

/** A plain surface; its outline is worked out when a text lies in its bounds. */
type Surface = { readonly bounds: Box; readonly ink: Cmyk; readonly outline: () => readonly Point[] }

/** Bounds and outline are worked out in two ways that differ in their last digit. */
const SLACK = 1e-6

/** Four inks of a colour; those that a brand's own ink looks like, at its tint. */
function processInk(ink: Ink, { spots }: Output): Cmyk | undefined {
  if (ink.kind === 'cmyk') return ink
  const plate = ink.kind === 'spot' && ink.role === 'brand' ? spots[ink.name] : undefined
  if (!plate || ink.kind !== 'spot') return undefined
  const [c, m, y, k] = plate.alternate
  const share = ink.tint / 100
  return cmyk(c * share, m * share, y * share, k * share)
}

/** The ink under a box: the last plain surface that holds all of it; the bare material otherwise. */
const inkUnder = (box: Box, surfaces: readonly Surface[]): Cmyk =>
  surfaces.findLast(({ bounds, outline }) => isWithin(box, bounds) && holds(outline(), box))?.ink ?? PAPER

/** The common case, a surface all around the text, is told at a glance. */
const holds = (outline: readonly Point[], box: Box): boolean =>
  isDeepInside(box, outline, SLACK) || holdsBox(outline, box)

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.width <= outer.x + outer.width + SLACK &&
  inner.y + inner.height <= outer.y + outer.height + SLACK

function surfaceOf(path: Path, matrix: Matrix, ink: Cmyk): readonly Surface[] {
  const bounds = boundsUnder(path, matrix)
  let points: readonly Point[] | undefined
  const outline = (): readonly Point[] => {
    points ??= outlinePoints(transformPath(path, matrix))
    return points
  }
  return bounds ? [{ bounds, ink, outline }] : []
}

const lightOf = (ink: Cmyk, piece: Piece, assets: Assets): number =>
  luminanceOfRgb(assets.profile(piece.output.profile).preview(ink))

function* lowContrast(sheet: Sheet, piece: Piece, assets: Assets) {
  const surfaces: Surface[] = []
  for (const { mark, matrix, layer, inMask } of walk(sheet.marks)) {
    if (inMask || layer !== 'art') continue
    if (mark.kind === 'path' && mark.fill && isInk(mark.fill)) {
      const ink = processInk(mark.fill, piece.output)
      if (ink) surfaces.push(...surfaceOf(mark.path, matrix, ink))
    }
    if (mark.kind !== 'glyphs' || !isInk(mark.fill)) continue
    const ink = processInk(mark.fill, piece.output)
    const box = markBounds(assets.font(mark.font), mark)
    if (!ink || !box) continue
    const under = inkUnder(transformBox(box, matrix), surfaces)
    const contrast = luminanceContrast(lightOf(ink, piece, assets), lightOf(under, piece, assets))
    if (contrast < LEAST) yield { mark, contrast }
  }
}

export const textContrast: SheetCheck = {
  severity: 'warning',
  title: text('un texte se détache mal de son fond', 'a text stands out badly from its background'),
  why: text(
    'Sous 70 % de contraste de luminance, une personne malvoyante ne lit pas le texte.',
    'Below 70 % of luminance contrast, people with low vision cannot read the text.',
  ),
  fix: text('Choisissez des couleurs plus éloignées dans la charte.', 'Choose colours further apart in the brand.'),
  source: 'arrêté du 20 avril 2017, recommandation de 70 %',
  *run({ sheet, piece, assets }) {
    for (const { mark, contrast } of lowContrast(sheet, piece, assets)) {
      yield {
        message: text(
          `« ${mark.text} » n’a que ${Math.floor(contrast)} % de contraste avec son fond, il en faut ${LEAST}`,
          `“${mark.text}” has only ${Math.floor(contrast)} % of contrast with its background, ${LEAST} % are needed`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
