// The area that marks paint, exactly: fills, strokes, letters, pictures by their alpha, through groups, clips and masks.
import type { Assets } from '../model/assets.ts'
import { type Box, IDENTITY, type Matrix, multiply } from '../model/geometry.ts'
import type { Paint } from '../model/ink.ts'
import { type GroupMark, isInk, type Mark, type PathMark } from '../model/sheet.ts'
import { solidPart } from './gradient-area.ts'
import { covers, isHidden } from './hidden.ts'
import { imageArea } from './image-area.ts'
import { glyphsRegion, pathRegion, strokeRegion } from './path-area.ts'
import { boxRegion, EMPTY, intersect, pool, type Region, subtract, unite } from './region.ts'
import { coverOf, FAINT, isFlat, type Measure, NOTHING, SOLID } from './solid.ts'

export type AreaOptions = {
  /** Whether places count where opacity varies and is not full: soft shadows, fades. Off, they count from 90 % on. */
  readonly shadows?: boolean
}

type Scene = {
  readonly assets: Assets
  /** From the marks' space to the sheet. */
  readonly matrix: Matrix
  readonly measure: Measure
  readonly shadows: boolean
  /** What is covered anyway: marks inside it are not looked at. */
  readonly covered: readonly Box[]
}

/**
 * What marks cover, in the sheet's millimetres, whatever their inks: a paint of 0/0/0/0 covers, and so does a technical
 * plate (`selectPart` chooses). A constant opacity covers as if it were full; an opacity of 0 covers nothing. Edges are
 * within 0.005 mm for outlines, 0.02 mm for pixels.
 */
export function areaOf(marks: readonly Mark[], assets: Assets, { shadows = false }: AreaOptions = {}): Region {
  return unite(areas(marks, { assets, matrix: IDENTITY, measure: 'ink', shadows, covered: [] }))
}

/** Rectangles first: they say what else is worth the work. Light covers nothing for good: dark may come over it. */
function areas(marks: readonly Mark[], scene: Scene): readonly Region[] {
  const found = scene.measure === 'ink' ? covers(marks, scene.matrix) : []
  const inside = { ...scene, covered: [...scene.covered, ...found] }
  return [...found.map(boxRegion), ...marks.flatMap(mark => markAreas(mark, inside))]
}

function markAreas(mark: Mark, scene: Scene): readonly Region[] {
  const { assets, matrix, measure, shadows, covered } = scene
  if (isHidden(mark, matrix, covered, assets)) return []
  switch (mark.kind) {
    case 'path':
      return pathAreas(mark, scene)
    case 'glyphs':
      return [painted(glyphsRegion(assets.font(mark.font), mark, matrix), mark.fill, scene)]
    case 'image':
      return [imageArea(assets.image(mark.image), multiply(matrix, mark.matrix), measure, shadows)]
    case 'group':
      return groupAreas(mark, scene, inside =>
        mark.clip || mark.mask ? areas(mark.marks, inside) : mark.marks.flatMap(each => markAreas(each, inside)),
      )
  }
}

function pathAreas({ path, fill, fillRule = 'nonzero', stroke }: PathMark, scene: Scene): readonly Region[] {
  return [
    ...(fill ? [painted(pathRegion(path, fillRule, scene.matrix), fill, scene)] : []),
    ...(stroke ? [painted(strokeRegion(path, stroke, scene.matrix), stroke.paint, scene)] : []),
  ]
}

/** The part of an area that a paint makes count. */
function painted(area: Region, paint: Paint, { matrix, measure, shadows }: Scene): Region {
  if (isInk(paint)) return coverOf(paint, measure) < FAINT ? EMPTY : area
  const values = paint.stops.map(({ ink, alpha }) => alpha * coverOf(ink, measure))
  if (isFlat(values)) return (values[0] ?? 0) < FAINT ? EMPTY : area
  return intersect(area, solidPart(area, paint, values, shadows ? FAINT : SOLID, matrix))
}

/** What a group lets through of its content: nothing when it is clear, and only inside its clip and its mask. */
function groupAreas(group: GroupMark, around: Scene, content: (inside: Scene) => readonly Region[]): readonly Region[] {
  const { transform, clip, mask, opacity = 1 } = group
  if (opacity < NOTHING) return []
  const scene = transform ? { ...around, matrix: multiply(around.matrix, transform) } : around
  const limits = [
    ...(clip ? [pathRegion(clip.path, clip.rule, scene.matrix)] : []),
    ...(mask ? [maskArea(mask, scene)] : []),
  ]
  if (limits.length === 0) return content(scene)
  return [limits.reduce(intersect, unite(content(scene)))]
}

function maskArea({ kind, marks }: NonNullable<GroupMark['mask']>, scene: Scene): Region {
  const inside: Scene = { ...scene, covered: [] }
  if (kind === 'alpha') return unite(areas(marks, { ...inside, measure: 'ink' }))
  return lit(marks, EMPTY, { ...inside, measure: 'light' })
}

/** Where a mask lets light through: it starts in the dark, and each mark lights or darkens what it covers. */
function lit(marks: readonly Mark[], under: Region, scene: Scene): Region {
  return marks.reduce((before, mark) => {
    const light = unite(
      mark.kind === 'group'
        ? groupAreas(mark, scene, inside => [lit(mark.marks, EMPTY, inside)])
        : markAreas(mark, scene),
    )
    const covered = pool(markAreas(mark, { ...scene, measure: 'ink' }))
    const hides = mark.kind !== 'group' || (mark.opacity ?? 1) > 1 - NOTHING
    return unite([hides ? subtract(before, covered) : before, light])
  }, under)
}
