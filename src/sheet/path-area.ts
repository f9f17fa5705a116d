// What paths and letters cover: fills by their rule, strokes with caps, joins and dashes, glyphs cut once for each size.
import type { Font } from '../model/assets.ts'
import { type Matrix, multiply, type Path, type Point, scale, transformPoint, translate } from '../model/geometry.ts'
import type { FillRule, GlyphsMark, Stroke } from '../model/sheet.ts'
import { polylines } from './flatten.ts'
import { EMPTY, filled, moved, pool, type Region, type Ring, TOLERANCE, toGrid } from './region.ts'
import { strokeRings } from './stroke-outline.ts'

const ringOf = (points: readonly Point[]): Ring => points.map(([x, y]) => ({ x: toGrid(x), y: toGrid(y) }))

/** The inside of a path, each subpath closed. @param matrix from the path's space to the sheet */
export const pathRegion = (path: Path, rule: FillRule, matrix: Matrix): Region =>
  filled(
    polylines(path, matrix, TOLERANCE)
      .map(({ points }) => ringOf(points))
      .filter(ring => ring.length > 2),
    rule,
  )

/** What a stroke covers. It is outlined before the transform, which may make an ellipse of its pen. */
export function strokeRegion(path: Path, stroke: Stroke, matrix: Matrix): Region {
  const [a, b, c, d] = matrix
  const enlargement = Math.sqrt(Math.max(a * a + b * b, c * c + d * d))
  if (!(stroke.width > 0) || enlargement === 0) return EMPTY
  const lines = polylines(path, scale(enlargement), TOLERANCE)
  const back = multiply(matrix, scale(1 / enlargement))
  const rings = lines
    .flatMap(line => strokeRings(line, stroke, enlargement, TOLERANCE))
    .map(ring => ringOf(ring.map(point => transformPoint(back, point))))
  return filled(rings, 'nonzero')
}

/** Glyphs drawn before, by font, then by size and slant: rings around the origin. */
const drawn = new WeakMap<Font, Map<string, Region>>()

function glyphRegion(font: Font, glyph: number, linear: Matrix): Region {
  const known = drawn.get(font) ?? new Map<string, Region>()
  drawn.set(font, known)
  const key = `${glyph} ${linear.slice(0, 4).join(' ')}`
  const before = known.get(key)
  if (before) return before
  const made = pathRegion(font.outlineOf(glyph), 'nonzero', linear)
  known.set(key, made)
  return made
}

/** What a line of text covers. */
export function glyphsRegion(font: Font, mark: GlyphsMark, matrix: Matrix): Region {
  const k = mark.size / font.unitsPerEm
  const [a, b, c, d] = multiply(matrix, [k, 0, 0, -k, 0, 0])
  let pen = 0
  const letters = mark.glyphs.map(({ id, advance, dx, dy }) => {
    const [x, y] = transformPoint(multiply(matrix, translate(mark.x, mark.y)), [(pen + dx) * k, -dy * k])
    pen += advance
    return moved(glyphRegion(font, id, [a, b, c, d, 0, 0]), toGrid(x), toGrid(y))
  })
  return pool(letters)
}
