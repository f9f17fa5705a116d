// Patterns (SVG 2, 14.3) as repeated marks: as many tiles as the area needs, within reason.
import {
  type Box,
  IDENTITY,
  type Matrix,
  multiply,
  pathBounds,
  rectPath,
  scale,
  transformPath,
  translate,
} from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { contains, marksBounds } from './bounds.ts'
import { attributeOf, hrefChain } from './gradient.ts'
import { invert } from './matrix.ts'
import { definitionNode, drawChildren, emOf, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { unsupported } from './refusals.ts'
import { report, type Scene, spend, spendSegments } from './scene.ts'
import { parseTransform } from './transform.ts'
import { fitInto, readViewBox } from './viewport.ts'
import type { Element } from './xml.ts'

const MAX_TILES = 2500

/** The tiles that cover `area` (in the painted element's user space), in the artwork's space. */
export function drawPattern(
  element: Element,
  node: Node,
  box: Box | undefined,
  area: Box,
  scene: Scene,
): Mark[] | undefined {
  const chain = hrefChain(element, scene)
  const holder = chain.find(one => one.children.length > 0)
  const tile = tileOf(chain, node, box)
  const written = attributeOf(chain, 'patternTransform')
  const transform = written === undefined ? IDENTITY : parseTransform(written)
  const back = transform && invert(transform)
  if (!transform || !back) {
    report(scene, unsupported('transformation de motif incomprise', 'pattern transform not understood'))
    return undefined
  }
  const covered = pathBounds(transformPath(rectPath(area), back))
  if (!holder || !tile || !covered) return undefined
  const grid = gridOf(tile, covered)
  if (grid.length > MAX_TILES) {
    report(scene, unsupported('un motif s’y répète plus de 2 500 fois', 'a pattern repeats over 2,500 times'))
    return undefined
  }
  const matrix = multiply(node.matrix, transform)
  const content = contentMatrix(chain, box, tile, scene)
  const own = definitionNode(holder, node, scene)
  return own && repeat(drawChildren({ ...own, matrix: multiply(matrix, content) }, scene), grid, tile, matrix, scene)
}

function tileOf(chain: readonly Element[], node: Node, box: Box | undefined): Box | undefined {
  const relative = attributeOf(chain, 'patternUnits') !== 'userSpaceOnUse'
  const read = (name: string, percent: number): number =>
    parseLength(attributeOf(chain, name) ?? '0', { percent: relative ? 1 : percent, em: emOf(node.style) }) ?? 0
  const { width, height } = node.viewport
  const tile = {
    x: read('x', width),
    y: read('y', height),
    width: read('width', width),
    height: read('height', height),
  }
  if (!(tile.width > 0) || !(tile.height > 0)) return undefined
  if (!relative) return tile
  return (
    box && {
      x: box.x + tile.x * box.width,
      y: box.y + tile.y * box.height,
      width: tile.width * box.width,
      height: tile.height * box.height,
    }
  )
}

/** Offsets of the tiles that touch the covered box, in steps of one tile. */
function gridOf(tile: Box, covered: Box): (readonly [number, number])[] {
  const from = (low: number, start: number, step: number): number => Math.floor((low - start) / step)
  const left = from(covered.x, tile.x, tile.width)
  const top = from(covered.y, tile.y, tile.height)
  const columns = Math.ceil((covered.x + covered.width - tile.x) / tile.width) - left
  const rows = Math.ceil((covered.y + covered.height - tile.y) / tile.height) - top
  if (!(columns * rows <= MAX_TILES)) return Array.from({ length: MAX_TILES + 1 }, () => [0, 0] as const)
  return Array.from(
    { length: columns * rows },
    (_, index) => [left + (index % columns), top + Math.floor(index / columns)] as const,
  )
}

function contentMatrix(chain: readonly Element[], box: Box | undefined, tile: Box, scene: Scene): Matrix {
  const view = readViewBox(attributeOf(chain, 'viewBox'), scene)
  if (view) return fitInto(view, tile, attributeOf(chain, 'preserveAspectRatio')).matrix
  // Content starts at the tile's own corner, as every renderer has it.
  const corner = translate(tile.x, tile.y)
  if (attributeOf(chain, 'patternContentUnits') !== 'objectBoundingBox' || !box) return corner
  return multiply(corner, scale(box.width, box.height))
}

/** One drawing moved to each place; clipped to its tile unless it stays inside. */
function repeat(
  marks: readonly Mark[],
  grid: readonly (readonly [number, number])[],
  tile: Box,
  matrix: Matrix,
  scene: Scene,
): Mark[] | undefined {
  if (!spend(scene, grid.length * countMarks(marks))) return undefined
  if (!spendSegments(scene, grid.length * countSegments(marks))) return undefined
  const window = transformPath(rectPath(tile), matrix)
  const bounds = marksBounds(marks)
  const frame = pathBounds(window)
  const inside = bounds && frame && matrix[1] === 0 && matrix[2] === 0 && contains(frame, bounds)
  const one: Mark[] = inside ? [...marks] : [{ kind: 'group', marks, clip: { path: window, rule: 'nonzero' } }]
  return grid.map(([column, row]): Mark => {
    const x = column * tile.width
    const y = row * tile.height
    return {
      kind: 'group',
      marks: one,
      transform: [1, 0, 0, 1, matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y],
    }
  })
}

const countMarks = (marks: readonly Mark[]): number =>
  marks.reduce((sum, mark) => sum + (mark.kind === 'group' ? 1 + countMarks(mark.marks) : 1), 0)

const countSegments = (marks: readonly Mark[]): number =>
  marks.reduce((sum, mark) => {
    if (mark.kind === 'path') return sum + mark.path.length
    return mark.kind === 'group' ? sum + countSegments(mark.marks) + countSegments(mark.mask?.marks ?? []) : sum
  }, 0)
