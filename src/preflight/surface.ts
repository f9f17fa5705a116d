// The surfaces of a sheet as the knife meets them: what is painted at a point, by which mark, and over what.
import type { Assets } from '../model/assets.ts'
import {
  allEdges,
  type Box,
  flattenPath,
  IDENTITY,
  type Matrix,
  multiply,
  outset,
  type Path,
  type Point,
  pathBounds,
  transformPath,
} from '../model/geometry.ts'
import { type Paint, totalInk } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'
import {
  type FillRule,
  type GroupMark,
  type ImageMark,
  isInk,
  type Mark,
  type PathMark,
  type Sheet,
} from '../model/sheet.ts'
import { inkKey } from '../sheet/walk.ts'
import { distanceToSegment } from './extent.ts'

export type Surface = {
  readonly mark: PathMark | ImageMark
  readonly kind: 'fill' | 'stroke' | 'image'
  /** One key for surfaces of one flat colour; undefined for gradients and images. */
  readonly color?: string
  /** Whether it hides what is under it. */
  readonly opaque: boolean
  /** It covers nothing outside; undefined when that is not known. */
  readonly bounds?: Box | undefined
  covers(x: Mm, y: Mm): boolean
}

type Covers = Surface['covers']

/** What a mark inherits from its groups. */
type Around = { readonly matrix: Matrix; readonly within: readonly Covers[]; readonly opaque: boolean }

/** Chords of a curve that stay within 0.01 mm of it, were it a quarter of a circle as large as its outline. */
export function chordsFor(path: Path): number {
  const { width, height } = pathBounds(path) ?? { width: 0, height: 0 }
  return Math.min(256, Math.max(8, Math.ceil(4 * Math.sqrt(Math.max(width, height)))))
}

/** The subpaths of an outline as points, each closed on itself. */
function subpaths(path: Path): readonly (readonly Point[])[] {
  const chords = chordsFor(path)
  const starts = path.flatMap(([kind], index) => (kind === 'M' ? [index] : []))
  return starts.map((start, index) => flattenPath(path.slice(start, starts[index + 1]), chords))
}

const isIn = (box: Box, x: Mm, y: Mm, reach: Mm): boolean =>
  x >= box.x - reach && x <= box.x + box.width + reach && y >= box.y - reach && y <= box.y + box.height + reach

/** Inside an outline, by its rule; open subpaths count as closed, as they are filled. */
function inside(path: Path, rule: FillRule): Covers {
  const bounds = pathBounds(path)
  // Most marks are nowhere near the cut: they are not even flattened.
  let outlines: readonly (readonly Point[])[] | undefined
  if (!bounds) return () => false
  return (x, y) => {
    if (!isIn(bounds, x, y, 0)) return false
    outlines ??= subpaths(path)
    let winding = 0
    let crossings = 0
    for (const outline of outlines) {
      let [ax, ay] = outline.at(-1) ?? [0, 0]
      for (const [bx, by] of outline) {
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
          winding += by > ay ? 1 : -1
          crossings += 1
        }
        ;[ax, ay] = [bx, by]
      }
    }
    return rule === 'evenodd' ? crossings % 2 === 1 : winding !== 0
  }
}

/** Within half a stroke's width of a line; butt ends reach no further than the line. */
function along(path: Path, width: Mm, butt: boolean): Covers {
  const bounds = pathBounds(path)
  const reach = width / 2
  const lines = subpaths(path).map((points, index) =>
    isClosed(path, index) ? [...points, ...points.slice(0, 1)] : points,
  )
  if (!bounds) return () => false
  return (x, y) =>
    isIn(bounds, x, y, reach) &&
    lines.some(points =>
      points.some((a, index) => {
        const b = points[index + 1]
        if (!b || distanceToSegment([x, y], a, b) > reach) return false
        return !butt || isBeside([x, y], a, b) || (index > 0 && index < points.length - 2)
      }),
    )
}

function isClosed(path: Path, subpath: number): boolean {
  const starts = path.flatMap(([kind], index) => (kind === 'M' ? [index] : []))
  return path.slice(starts[subpath], starts[subpath + 1]).some(([kind]) => kind === 'Z')
}

/** Whether the foot of a point lies on the segment, ends included. */
function isBeside([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const t = (x - ax) * dx + (y - ay) * dy
  return t >= 0 && t <= dx * dx + dy * dy
}

/** Inside the picture's frame, where its own alpha lets something be seen. */
function pictured(matrix: Matrix, image: string, assets: Assets): Covers {
  const [a, b, c, d, e, f] = matrix
  const area = a * d - b * c
  if (area === 0) return () => false
  const { alpha, width, height } = assets.image(image)
  return (x, y) => {
    const u = (d * (x - e) - c * (y - f)) / area
    const v = (a * (y - f) - b * (x - e)) / area
    if (u < 0 || u > 1 || v < 0 || v > 1) return false
    if (!alpha) return true
    const column = Math.min(width - 1, Math.floor(u * width))
    const row = Math.min(height - 1, Math.floor(v * height))
    return (alpha[row * width + column] ?? 0) > 0
  }
}

const colorOf = (paint: Paint): Pick<Surface, 'color'> => (isInk(paint) ? { color: inkKey(paint) } : {})

/** Stops may let the ground through. */
const isSolid = (paint: Paint): boolean => isInk(paint) || paint.stops.every(({ alpha }) => alpha === 1)

const isPaper = (paint: Paint): boolean =>
  isInk(paint) ? totalInk(paint) === 0 : paint.stops.every(({ ink }) => totalInk(ink) === 0)

const and = (own: Covers, within: readonly Covers[]): Covers =>
  within.length === 0 ? own : (x, y) => own(x, y) && within.every(covers => covers(x, y))

/** How much a transform enlarges lengths, on the average. */
const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function* ofPath(mark: PathMark, { matrix, within, opaque }: Around): Generator<Surface> {
  const path = transformPath(mark.path, matrix)
  const { fill, stroke, fillRule = 'nonzero' } = mark
  if (fill)
    yield {
      mark,
      kind: 'fill',
      ...colorOf(fill),
      opaque: opaque && isSolid(fill),
      bounds: pathBounds(path),
      covers: and(inside(path, fillRule), within),
    }
  if (stroke) {
    const width = stroke.width * enlargement(matrix)
    const covers = along(path, width, stroke.cap === 'butt')
    const bounds = pathBounds(path)
    yield {
      mark,
      kind: 'stroke',
      ...colorOf(stroke.paint),
      opaque: opaque && isSolid(stroke.paint),
      bounds: bounds && outset(bounds, allEdges(width / 2)),
      covers: and(covers, within),
    }
  }
}

function around(group: GroupMark, outer: Around, assets: Assets): Around {
  const matrix = group.transform ? multiply(outer.matrix, group.transform) : outer.matrix
  const { clip, mask, opacity = 1, blend = 'normal' } = group
  const within = [...outer.within]
  if (clip) within.push(inside(transformPath(clip.path, matrix), clip.rule))
  if (mask) {
    const shapes = [...ofMarks(mask.marks, { matrix, within: [], opaque: true }, assets)]
    within.push((x, y) => shapes.some(({ covers }) => covers(x, y)))
  }
  return { matrix, within, opaque: outer.opaque && opacity === 1 && blend === 'normal' && mask === undefined }
}

function* ofMarks(marks: readonly Mark[], outer: Around, assets: Assets): Generator<Surface> {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'group':
        if (mark.opacity !== 0) yield* ofMarks(mark.marks, around(mark, outer, assets), assets)
        break
      case 'path':
        yield* ofPath(mark, outer)
        break
      case 'image': {
        const covers = pictured(multiply(outer.matrix, mark.matrix), mark.image, assets)
        const opaque = outer.opaque && assets.image(mark.image).alpha === undefined
        yield { mark, kind: 'image', opaque, covers: and(covers, outer.within) }
        break
      }
      case 'glyphs':
        break
    }
  }
}

/** Every surface of the art in the order of painting. Letters are left to the safe zone. */
export const surfacesOf = (sheet: Sheet, assets: Assets): readonly Surface[] =>
  sheet.marks
    .filter(mark => mark.kind !== 'group' || mark.layer === undefined || mark.layer === 'art')
    .flatMap(mark => [...ofMarks([mark], { matrix: IDENTITY, within: [], opaque: true }, assets)])

/** Whether a surface lays ink, or hides what lies under it in the colour of the material. */
export const isPaperSurface = ({ mark, kind }: Surface): boolean => {
  if (mark.kind === 'image') return false
  const paint = kind === 'fill' ? mark.fill : mark.stroke?.paint
  return paint !== undefined && isPaper(paint)
}
