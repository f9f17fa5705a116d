// The surfaces of a sheet as the knife meets them: what is painted at a point, by which mark, and over what.
import type { Assets } from '../model/assets.ts'
import {
  allEdges,
  type Box,
  boundsUnder,
  IDENTITY,
  type Matrix,
  multiply,
  outset,
  transformBox,
  transformPath,
} from '../model/geometry.ts'
import { type Paint, totalInk } from '../model/ink.ts'
import { type GroupMark, type ImageMark, isInk, type Mark, type PathMark, type Sheet } from '../model/sheet.ts'
import { inkKey } from '../sheet/walk.ts'
import { along, any, common, inside, pictured, type Shape } from './shape.ts'

export type Surface = Shape & {
  readonly mark: PathMark | ImageMark
  readonly kind: 'fill' | 'stroke' | 'image'
  /** One key for surfaces of one flat colour; undefined for gradients and images. */
  readonly color?: string
  /** Whether it hides what is under it. */
  readonly opaque: boolean
  /** It covers nothing outside. */
  readonly bounds: Box
}

/** Whether something may be asked about a part of the sheet: what lies elsewhere is not even looked at. */
export type Asked = (box: Box) => boolean

/** What a mark inherits from its groups. */
type Around = { readonly matrix: Matrix; readonly within: readonly Shape[]; readonly opaque: boolean }

type Scene = { readonly assets: Assets; readonly asked: Asked }

/** Bounds are worked out in two ways that differ in their last digit. */
const SLACK = 1e-6

const UNIT = { x: 0, y: 0, width: 1, height: 1 }

const colorOf = (paint: Paint): Pick<Surface, 'color'> => (isInk(paint) ? { color: inkKey(paint) } : {})

/** Stops may let the ground through. */
const isSolid = (paint: Paint): boolean => isInk(paint) || paint.stops.every(({ alpha }) => alpha === 1)

const isPaper = (paint: Paint): boolean =>
  isInk(paint) ? totalInk(paint) === 0 : paint.stops.every(({ ink }) => totalInk(ink) === 0)

/** How much a transform enlarges lengths, on the average. */
const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function* ofPath(mark: PathMark, { matrix, within, opaque }: Around, { asked }: Scene): Generator<Surface> {
  const { fill, stroke, fillRule = 'nonzero' } = mark
  const width = stroke ? stroke.width * enlargement(matrix) : 0
  const own = boundsUnder(mark.path, matrix)
  const bounds = own && outset(own, allEdges(width / 2 + SLACK))
  if (!bounds || !asked(bounds)) return
  const path = transformPath(mark.path, matrix)
  if (fill)
    yield {
      mark,
      kind: 'fill',
      ...colorOf(fill),
      opaque: opaque && isSolid(fill),
      bounds,
      ...common(inside(path, fillRule), within),
    }
  if (stroke)
    yield {
      mark,
      kind: 'stroke',
      ...colorOf(stroke.paint),
      opaque: opaque && isSolid(stroke.paint),
      bounds,
      ...common(along(path, width, stroke.cap === 'butt'), within),
    }
}

/** Undefined for a group of which nothing is seen where it is asked. */
function around(group: GroupMark, outer: Around, scene: Scene): Around | undefined {
  const { clip, mask, opacity = 1, blend = 'normal' } = group
  if (opacity === 0) return undefined
  const matrix = group.transform ? multiply(outer.matrix, group.transform) : outer.matrix
  const within = [...outer.within]
  if (clip) {
    const bounds = boundsUnder(clip.path, matrix)
    if (!bounds || !scene.asked(outset(bounds, allEdges(SLACK)))) return undefined
    within.push(inside(transformPath(clip.path, matrix), clip.rule))
  }
  if (mask) within.push(any([...ofMarks(mask.marks, { matrix, within: [], opaque: true }, scene)]))
  return { matrix, within, opaque: outer.opaque && opacity === 1 && blend === 'normal' && mask === undefined }
}

function* ofMarks(marks: readonly Mark[], outer: Around, scene: Scene): Generator<Surface> {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'group': {
        const inner = around(mark, outer, scene)
        if (inner) yield* ofMarks(mark.marks, inner, scene)
        break
      }
      case 'path':
        yield* ofPath(mark, outer, scene)
        break
      case 'image': {
        const matrix = multiply(outer.matrix, mark.matrix)
        const bounds = outset(transformBox(UNIT, matrix), allEdges(SLACK))
        if (!scene.asked(bounds)) break
        const raster = scene.assets.image(mark.image)
        const opaque = outer.opaque && raster.alpha === undefined
        yield { mark, kind: 'image', opaque, bounds, ...common(pictured(matrix, raster), outer.within) }
        break
      }
      case 'glyphs':
        break
    }
  }
}

/** Every surface of the art that lies where it is asked, in the order of painting. Letters are left to the safe zone. */
export const surfacesOf = (sheet: Sheet, assets: Assets, asked: Asked): readonly Surface[] =>
  sheet.marks
    .filter(mark => mark.kind !== 'group' || mark.layer === undefined || mark.layer === 'art')
    .flatMap(mark => [...ofMarks([mark], { matrix: IDENTITY, within: [], opaque: true }, { assets, asked })])

/** Whether a surface lays ink, or hides what lies under it in the colour of the material. */
export const isPaperSurface = ({ mark, kind }: Surface): boolean => {
  if (mark.kind === 'image') return false
  const paint = kind === 'fill' ? mark.fill : mark.stroke?.paint
  return paint !== undefined && isPaper(paint)
}
