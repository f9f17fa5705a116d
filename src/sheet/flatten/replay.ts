// Leaves painted again where something transparent covers them, in the inks that are then seen.
import type { Assets, Raster } from '../../model/assets.ts'
import { IDENTITY } from '../../model/geometry.ts'
import { type Cmyk, cmyk, type Ink } from '../../model/ink.ts'
import { isInk, type Mark, type Output, type PathMark } from '../../model/sheet.ts'
import { glyphsPath } from '../../text/outline.ts'
import { type Clip, type Leaf, outlineOf, overprints, paintOf } from './leaf.ts'
import { type Recolor, recolorPaint, recolorRaster } from './recolor.ts'

/** What resolving draws with: letters, pixels, and a place for new pixels. */
export type Studio = {
  readonly assets: Assets
  readonly output: Output
  /** Puts pixels among the assets. */
  readonly keep: (raster: Raster) => void
}

/** Text stays text, or is drawn as a shape where it is text already. */
export type Lettering = 'live' | 'outlines'

/** In the sheet's space. */
export const clipped = (clips: readonly Clip[], marks: readonly Mark[]): readonly Mark[] =>
  clips.reduceRight<readonly Mark[]>((inside, clip) => [{ kind: 'group', clip, marks: inside }], marks)

/** A leaf in other inks, where it stands; undefined when no single paint lays them. */
export function repaint(
  leaf: Leaf,
  recolor: Recolor,
  lettering: Lettering,
  studio: Studio,
): readonly Mark[] | undefined {
  const mark = repainted(leaf, recolor, lettering, studio)
  if (!mark) return undefined
  const placed: Mark = leaf.matrix === IDENTITY ? mark : { kind: 'group', transform: leaf.matrix, marks: [mark] }
  return clipped(leaf.clips, [placed])
}

function repainted({ mark }: Leaf, recolor: Recolor, lettering: Lettering, studio: Studio): Mark | undefined {
  switch (mark.kind) {
    case 'path':
      return repaintPath(mark, recolor)
    case 'glyphs': {
      const fill = recolorPaint(mark.fill, recolor)
      if (!fill) return undefined
      if (lettering === 'live') return { ...mark, fill }
      const path = glyphsPath(studio.assets.font(mark.font), mark)
      const { from, by } = mark
      return { kind: 'path', path, fill, ...(from && { from }), ...(by && { by }) }
    }
    case 'image': {
      const raster = recolorRaster(studio.assets.image(mark.image), recolor)
      if (!raster) return undefined
      studio.keep(raster)
      return { ...mark, image: raster.id }
    }
  }
}

function repaintPath(mark: PathMark, recolor: Recolor): PathMark | undefined {
  const { fill, stroke, ...rest } = mark
  const filled = fill && recolorPaint(fill, recolor)
  const stroked = stroke && recolorPaint(stroke.paint, recolor)
  if ((fill && !filled) || (stroke && !stroked)) return undefined
  return {
    ...rest,
    ...(filled && { fill: filled }),
    ...(stroke && stroked && { stroke: { ...stroke, paint: stroked } }),
  }
}

/**
 * A backdrop painted again in other inks, bottom first; the first leaf covers everything. Small black among them lies over
 * what is under it: there the same is painted once more, with that black in it.
 */
export function replay(leaves: readonly Leaf[], recolor: Recolor, studio: Studio): readonly Mark[] | undefined {
  const marks: Mark[] = []
  for (const [index, leaf] of leaves.entries()) {
    const outline = overprints(leaf, studio.output) ? outlineOf(leaf, studio.assets) : undefined
    const painted =
      outline && index > 0
        ? inside([...leaf.clips, outline], replay(leaves.slice(0, index), underBlack(recolor), studio))
        : repaint(leaf, recolor, 'outlines', studio)
    if (!painted) return undefined
    marks.push(...painted)
  }
  return marks
}

const inside = (clips: readonly Clip[], marks: readonly Mark[] | undefined): readonly Mark[] | undefined =>
  marks && clipped(clips, marks)

const underBlack = ({ ink, pixel, key, isStraight }: Recolor): Recolor => ({
  key: `${key} under black`,
  isStraight,
  ink: (under, alpha) => (under.kind === 'cmyk' ? ink(withBlack(under), alpha) : undefined),
  ...(pixel && { pixel: (under: Cmyk, alpha: number) => pixel(withBlack(under), alpha) }),
})

const withBlack = ({ c, m, y }: Cmyk): Cmyk => cmyk(c, m, y, 100)

/** The flat ink of a leaf whose area is one outline. */
export function flatArea(leaf: Leaf, assets: Assets): { readonly ink: Ink; readonly outline: Clip } | undefined {
  const paint = paintOf(leaf)
  const outline = paint && isInk(paint) ? outlineOf(leaf, assets) : undefined
  return paint && isInk(paint) && outline ? { ink: paint, outline } : undefined
}
