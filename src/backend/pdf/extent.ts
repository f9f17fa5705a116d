// How far marks may reach: a box that holds them, for the groups and masks that must state theirs.
import type { Assets } from '../../model/assets.ts'
import { allEdges, type Box, type Matrix, outset, pathBounds, rectPath, transformPath } from '../../model/geometry.ts'
import type { GlyphsMark, GroupMark, Mark, PathMark } from '../../model/sheet.ts'

type Extent = Box | undefined

/** In the marks' own space; undefined when they draw nothing. */
export function extentOf(marks: readonly Mark[], assets: Assets): Extent {
  return marks.map(mark => markExtent(mark, assets)).reduce(union, undefined)
}

export function markExtent(mark: Mark, assets: Assets): Extent {
  switch (mark.kind) {
    case 'path':
      return pathExtent(mark)
    case 'glyphs':
      return glyphsExtent(mark, assets)
    case 'image':
      return mapped({ x: 0, y: 0, width: 1, height: 1 }, mark.matrix)
    case 'group':
      return groupExtent(mark, assets)
  }
}

/** A miter reaches furthest: half the width times its limit; square caps reach half a diagonal. */
function pathExtent({ path, stroke }: PathMark): Extent {
  const bounds = pathBounds(path)
  if (!bounds || !stroke) return bounds
  const reach = stroke.join === 'miter' ? Math.max(stroke.miterLimit, Math.SQRT2) : Math.SQRT2
  return outset(bounds, allEdges((stroke.width / 2) * reach))
}

/** From the box that holds any glyph of the font, which is cheap and never too small. */
function glyphsExtent({ font: id, size, x, y, glyphs }: GlyphsMark, assets: Assets): Extent {
  if (glyphs.length === 0) return undefined
  const font = assets.font(id)
  const [xMin, yMin, xMax, yMax] = font.bounds
  const k = size / font.unitsPerEm
  let pen = 0
  const boxes = glyphs.map(({ dx, dy, advance }) => {
    const left = x + (pen + dx + xMin) * k
    pen += advance
    return { x: left, y: y - (dy + yMax) * k, width: (xMax - xMin) * k, height: (yMax - yMin) * k }
  })
  return boxes.reduce<Extent>(union, undefined)
}

function groupExtent({ marks, transform, clip }: GroupMark, assets: Assets): Extent {
  const inside = extentOf(marks, assets)
  const kept = clip ? intersection(inside, pathBounds(clip.path)) : inside
  return kept && transform ? mapped(kept, transform) : kept
}

const mapped = (box: Box, matrix: Matrix): Extent => pathBounds(transformPath(rectPath(box), matrix))

function union(a: Extent, b: Extent): Extent {
  if (!a || !b) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x, y, width: right - x, height: bottom - y }
}

export function intersection(a: Extent, b: Extent): Extent {
  if (!a || !b) return undefined
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width < 0 || height < 0 ? undefined : { x, y, width, height }
}
