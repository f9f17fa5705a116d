// Leaves: what is really painted, one paint at a time, where it stands on the sheet and within which clips.
import type { Assets } from '../../model/assets.ts'
import {
  allEdges,
  type Box,
  type Matrix,
  multiply,
  outset,
  type Path,
  pathBounds,
  roundPath,
  transformBox,
  transformPath,
} from '../../model/geometry.ts'
import { isBlackOnly, type Paint } from '../../model/ink.ts'
import type { FillRule, GlyphsMark, GroupMark, ImageMark, Mark, Output, PathMark } from '../../model/sheet.ts'
import { markBounds } from '../../text/measure.ts'
import { glyphsPath } from '../../text/outline.ts'
import { strokeRegion } from '../path-area.ts'
import { regionPath } from '../region.ts'
import { strokeReach } from './stroke-reach.ts'

/** In the sheet's space. */
export type Clip = { readonly path: Path; readonly rule: FillRule }

/** A path of one paint, a run of glyphs or a picture. */
export type Leaf = {
  readonly mark: PathMark | GlyphsMark | ImageMark
  readonly matrix: Matrix
  readonly clips: readonly Clip[]
  /** What can be seen of it. */
  readonly box: Box
}

export type Place = { readonly matrix: Matrix; readonly clips: readonly Clip[] }

/** The place inside a group. */
export function within({ transform, clip }: GroupMark, { matrix, clips }: Place): Place {
  const inner = transform ? multiply(matrix, transform) : matrix
  if (!clip) return { matrix: inner, clips }
  return { matrix: inner, clips: [...clips, { path: roundPath(transformPath(clip.path, inner)), rule: clip.rule }] }
}

/** In painting order; a path that is filled and stroked is two leaves. What cannot be seen is none. */
export function leavesOf(marks: readonly Mark[], place: Place, assets: Assets): readonly Leaf[] {
  return marks.flatMap(mark => {
    if (mark.kind === 'group') return leavesOf(mark.marks, within(mark, place), assets)
    return paintedOnce(mark).flatMap(one => {
      const box = seen(one, place, assets)
      return box ? [{ mark: one, ...place, box }] : []
    })
  })
}

function paintedOnce(mark: PathMark | GlyphsMark | ImageMark): readonly (PathMark | GlyphsMark | ImageMark)[] {
  if (mark.kind !== 'path' || !mark.fill || !mark.stroke) return [mark]
  const { stroke, ...filled } = mark
  const { fill: _, fillRule: __, ...stroked } = mark
  return [filled, { ...stroked, stroke }]
}

function seen(mark: Leaf['mark'], { matrix, clips }: Place, assets: Assets): Box | undefined {
  const whole = extentOf(mark, matrix, assets)
  return clips.reduce<Box | undefined>((box, { path }) => box && intersection(box, pathBounds(path)), whole)
}

function extentOf(mark: Leaf['mark'], matrix: Matrix, assets: Assets): Box | undefined {
  switch (mark.kind) {
    case 'path':
      return pathExtent(mark, matrix)
    case 'glyphs': {
      const box = markBounds(assets.font(mark.font), mark)
      return box && transformBox(box, matrix)
    }
    case 'image':
      return transformBox({ x: 0, y: 0, width: 1, height: 1 }, multiply(matrix, mark.matrix))
  }
}

function pathExtent({ path, stroke }: PathMark, matrix: Matrix): Box | undefined {
  if (!stroke) return pathBounds(transformPath(path, matrix))
  const bounds = pathBounds(path)
  if (!bounds || stroke.width <= 0) return undefined
  return transformBox(outset(bounds, allEdges(strokeReach(path, stroke))), matrix)
}

export function intersection(a: Box, b: Box | undefined): Box | undefined {
  if (!b) return undefined
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width <= 0 || height <= 0 ? undefined : { x, y, width, height }
}

export function unionOf(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes
  return others.reduce<Box | undefined>((all, box) => {
    if (!all) return box
    const [x, y] = [Math.min(all.x, box.x), Math.min(all.y, box.y)]
    const right = Math.max(all.x + all.width, box.x + box.width)
    const bottom = Math.max(all.y + all.height, box.y + box.height)
    return { x, y, width: right - x, height: bottom - y }
  }, first)
}

/** The one paint of a leaf; none for pixels. */
export function paintOf({ mark }: Leaf): Paint | undefined {
  switch (mark.kind) {
    case 'path':
      return mark.fill ?? mark.stroke?.paint
    case 'glyphs':
      return mark.fill
    case 'image':
      return undefined
  }
}

/** The area a leaf paints, as a clip; pixels have none of one path. */
export function outlineOf({ mark, matrix }: Leaf, assets: Assets): Clip | undefined {
  if (mark.kind === 'image') return undefined
  if (mark.kind === 'glyphs')
    return { path: roundPath(transformPath(glyphsPath(assets.font(mark.font), mark), matrix)), rule: 'nonzero' }
  if (mark.stroke) return { path: regionPath(strokeRegion(mark.path, mark.stroke, matrix)), rule: 'nonzero' }
  return { path: roundPath(transformPath(mark.path, matrix)), rule: mark.fillRule ?? 'nonzero' }
}

/** Mean enlargement: the rule on small black speaks of sizes on the sheet. */
const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** Solid black small enough to lie over colours without a hole in them, as every backend has it. */
export function overprints(leaf: Leaf, { blackOverprint }: Output): boolean {
  const paint = paintOf(leaf)
  if (paint?.kind !== 'cmyk' || !isBlackOnly(paint) || paint.k !== 100) return false
  const { mark, matrix } = leaf
  if (mark.kind === 'glyphs') return mark.size * enlargement(matrix) < blackOverprint.text
  return (
    mark.kind === 'path' && mark.stroke !== undefined && mark.stroke.width * enlargement(matrix) < blackOverprint.line
  )
}
