// One colour: what becomes of a drawing that is engraved or cut out instead of printed. Shapes in ink stay, light ones are
// knocked out, and what overlaps is united, for a tool would pass twice.
import type { Assets } from '../model/assets.ts'
import { IDENTITY, type Matrix, multiply, type Path, roundPath, transformPath, translate } from '../model/geometry.ts'
import type { Ink, Paint } from '../model/ink.ts'
import { type FillRule, type GlyphsMark, isInk, type Mark, type PathMark } from '../model/sheet.ts'
import { glyphsPath } from '../text/outline.ts'
import { pathRegion, strokeRegion } from './path-area.ts'
import { intersect, isEmpty, type Region, regionPath, simplify, subtract, TOLERANCE, unite } from './region.ts'

/** A shape that the tool follows: closed outlines to be filled by the rule `nonzero`. */
export type Shape = Pick<PathMark, 'from' | 'by' | 'path'>

type Origin = Pick<PathMark, 'from' | 'by'>

/** A part of the drawing as it stands now, nothing over it. */
export type Part = Origin & {
  readonly region: Region
  /** Its own curves, as long as nothing has touched it. */
  readonly path?: Path
  /** From 0 (black) to 1 (paper). */
  readonly light: number
  /** Whether the tool works there. */
  readonly solid: boolean
  /** What it is painted in. */
  readonly paint: Paint
  /** The same for all the parts that have touched. */
  readonly cluster: object
}

/** Lighter than this, a colour on the bare material is the material. */
const BLANK = 0.93

/** Two colours this far apart are told from each other: the one on top is reversed. */
const STANDS_OUT = 0.1

/** What an ink leaves of the light, near enough to tell a dark from a light. */
function lightOf(ink: Ink): number {
  if (ink.kind !== 'cmyk') return 1 - ink.tint / 100
  const [c, m, y, k] = [ink.c, ink.m, ink.y, ink.k].map(each => 1 - each / 100)
  return (0.3 * (c ?? 1) + 0.59 * (m ?? 1) + 0.11 * (y ?? 1)) * (k ?? 1)
}

/** A gradient is as light as its stops on average; what is clear of it lets the material through. */
function paintLight(paint: Paint): number {
  if (isInk(paint)) return lightOf(paint)
  const lights = paint.stops.map(({ ink, alpha }) => 1 - alpha * (1 - lightOf(ink)))
  return lights.reduce((sum, light) => sum + light, 0) / Math.max(1, lights.length)
}

/** Where marks are drawn, and what hides a part of them. */
type Around = {
  readonly assets: Assets
  readonly matrix: Matrix
  readonly clip?: Region
  readonly opacity: number
  readonly from: Origin
}

/** The shapes of a drawing in one colour. Those that touch nothing keep their curves; the others are united. */
export function oneColour(marks: readonly Mark[], assets: Assets): readonly Shape[] {
  return clustersOf(solidParts(marks, assets)).map(shapeOf)
}

/** What the tool works on, each part in its own paint. */
export const solidParts = (marks: readonly Mark[], assets: Assets): readonly Part[] =>
  marks
    .reduce<readonly Part[]>(
      (laid, mark) => layMark(laid, mark, { assets, matrix: IDENTITY, opacity: 1, from: {} }),
      [],
    )
    .filter(({ solid }) => solid)

/** Parts that have touched, together. */
function clustersOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const clusters = new Map<object, Part[]>()
  for (const part of parts) clusters.set(part.cluster, [...(clusters.get(part.cluster) ?? []), part])
  return [...clusters.values()]
}

function shapeOf(parts: readonly Part[]): Shape {
  const [only, ...others] = parts
  const origin = originOf(parts.find(({ from }) => from) ?? only ?? {})
  if (only?.path && others.length === 0) return { path: roundPath(only.path), ...origin }
  return { path: regionPath(simplify(unite(parts.map(({ region }) => region)), TOLERANCE)), ...origin }
}

function layMark(parts: readonly Part[], mark: Mark, around: Around): readonly Part[] {
  const from = mark.from || mark.by ? { ...around.from, ...originOf(mark) } : around.from
  switch (mark.kind) {
    case 'path':
      return layPath(parts, mark, { ...around, from })
    case 'glyphs':
      return letters(mark, around).reduce(
        (laid, path) => layDown(laid, shapePart(path, 'nonzero', mark.fill, { ...around, from })),
        parts,
      )
    case 'image':
      return parts
    case 'group': {
      const { transform, clip, opacity = 1 } = mark
      if (opacity < 0.02) return parts
      const matrix = transform ? multiply(around.matrix, transform) : around.matrix
      const inside = { ...around, from, matrix, opacity: around.opacity * opacity }
      const limit = clip && clipped(pathRegion(clip.path, clip.rule, matrix), around.clip)
      return mark.marks.reduce((laid, each) => layMark(laid, each, limit ? { ...inside, clip: limit } : inside), parts)
    }
  }
}

const originOf = ({ from, by }: Origin): Origin => ({ ...(from ? { from } : {}), ...(by ? { by } : {}) })

const clipped = (region: Region, limit: Region | undefined): Region => (limit ? intersect(region, limit) : region)

function layPath(parts: readonly Part[], { path, fill, fillRule = 'nonzero', stroke }: PathMark, around: Around) {
  const filled = fill ? layDown(parts, shapePart(path, fillRule, fill, around)) : parts
  if (!stroke) return filled
  const region = strokeRegion(path, stroke, around.matrix)
  return layDown(filled, partOf(region, undefined, stroke.paint, around))
}

/** Each letter apart, so that only those that touch lose their curves. */
const letters = (mark: GlyphsMark, { assets }: Around): readonly Path[] => {
  const font = assets.font(mark.font)
  const k = mark.size / font.unitsPerEm
  let pen = 0
  return mark.glyphs.map(glyph => {
    const path = glyphsPath(font, { ...mark, glyphs: [glyph] })
    const placed = transformPath(path, translate(pen * k, 0))
    pen += glyph.advance
    return placed
  })
}

function shapePart(path: Path, rule: FillRule, paint: Paint, around: Around): Part {
  const region = pathRegion(path, rule, around.matrix)
  // Rings of an even-odd path, or that cross themselves, are not what `nonzero` would fill.
  return partOf(region, rule === 'nonzero' ? transformPath(path, around.matrix) : undefined, paint, around)
}

function partOf(region: Region, path: Path | undefined, paint: Paint, { clip, opacity, from }: Around): Part {
  const light = 1 - opacity * (1 - paintLight(paint))
  const cropped = clip && !isEmpty(subtract(region, clip))
  const kept = cropped ? intersect(region, clip) : region
  return {
    ...from,
    cluster: {},
    region: kept,
    light,
    paint,
    solid: light < BLANK,
    ...(path && !cropped ? { path } : {}),
  }
}

/** Lays a shape over what is there: it hides it, and takes the opposite of what it stands out from. */
function layDown(parts: readonly Part[], shape: Part): readonly Part[] {
  if (isEmpty(shape.region)) return parts
  const meetings = parts.map(part => ({ part, both: intersect(part.region, shape.region) }))
  const touched = new Set(meetings.flatMap(({ part, both }) => (isEmpty(both) ? [] : [part.cluster])))
  if (touched.size === 0) return [...parts, shape]
  const { path: _, cluster, ...laid } = shape
  const under = meetings.flatMap(({ part, both }): Part[] => {
    const joined = touched.has(part.cluster) ? { ...part, cluster } : part
    if (isEmpty(both)) return [joined]
    const { path: __, ...cut } = joined
    return [{ ...cut, region: subtract(part.region, shape.region) }]
  })
  const over = meetings.flatMap(({ part, both }): Part[] => {
    if (isEmpty(both)) return []
    const alike = Math.abs(part.light - shape.light) < STANDS_OUT
    return [{ ...laid, cluster, region: both, solid: alike ? part.solid : !part.solid }]
  })
  const bare = meetings.reduce((left, { part }) => subtract(left, part.region), shape.region)
  return [...under, ...over, { ...laid, cluster, region: bare }].filter(({ region }) => !isEmpty(region))
}
