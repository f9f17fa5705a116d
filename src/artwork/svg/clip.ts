// Clip paths (CSS Masking 1, 6): one outline clips as it is; several make the shape of a mask, which is always exact.
import {
  type Box,
  IDENTITY,
  type Matrix,
  multiply,
  type Path,
  pathBounds,
  scale,
  translate,
} from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { childNode, definitionNode, type Node } from './node.ts'
import { type Outline, objectBox, outlinesOf } from './outlines.ts'
import { parseUrl, resolve } from './reference.ts'
import { unsupported } from './refusals.ts'
import { report, type Scene } from './scene.ts'

/** Marks seen through the clip path of their element. */
export function clipMarks(marks: readonly Mark[], node: Node, scene: Scene): readonly Mark[] {
  const written = node.style.get('clip-path')
  if (written === 'none' || marks.length === 0) return marks
  const url = parseUrl(written)
  if (!url) {
    report(scene, unsupported('il découpe par une forme CSS (clip-path)', 'it clips with a CSS shape (clip-path)'))
    return marks
  }
  const element = resolve(url.id, scene)
  if (!element) return marks
  if (element.name !== 'clipPath') {
    report(scene, unsupported(`clip-path y désigne un <${element.name}>`, `clip-path names a <${element.name}> there`))
    return marks
  }
  const units = unitsMatrix(element.attributes.get('clipPathUnits'), node, scene)
  const clip = units && definitionNode(element, { ...node, palette: 'silhouette' }, scene, multiply(node.matrix, units))
  if (!clip) return []
  // A clip on the clip path narrows it: both apply to the same marks.
  return clipMarks(cut(marks, clip, scene), { ...node, style: clip.style, above: clip.above }, scene)
}

/** From the units of a clip or mask to the user space of the element; nothing for an element without extent. */
export function unitsMatrix(units: string | undefined, node: Node, scene: Scene): Matrix | undefined {
  if (units !== 'objectBoundingBox') return IDENTITY
  const box = objectBox(node, scene)
  return box && multiply(translate(box.x, box.y), scale(box.width, box.height))
}

function cut(marks: readonly Mark[], clip: Node, scene: Scene): readonly Mark[] {
  const outlines = clip.element.children.flatMap(element => {
    const child = childNode(element, clip, scene)
    return child ? outlinesOf(child, scene) : []
  })
  const [first] = outlines
  if (!first) return []
  const merged = mergeOutlines(outlines)
  if (merged) return [{ kind: 'group', marks, clip: { path: merged, rule: first.rule } }]
  const shapes = clip.element.children.flatMap(element => clip.draw(element, clip, scene))
  return shapes.length === 0 ? [] : [{ kind: 'group', marks, mask: { kind: 'alpha', marks: shapes } }]
}

/** One path for all outlines, when none has a clip of its own and none touches another. */
function mergeOutlines(outlines: readonly Outline[]): Path | undefined {
  if (outlines.some(({ node, rule }) => node.style.get('clip-path') !== 'none' || rule !== outlines[0]?.rule))
    return undefined
  const boxes = outlines.flatMap(({ path }) => pathBounds(path) ?? [])
  // Comparing all pairs of a clip made of thousands of shapes would take longer than drawing the mask.
  if (boxes.length > 200 || boxes.some((box, index) => boxes.slice(index + 1).some(other => touch(box, other))))
    return undefined
  return outlines.flatMap(({ path }) => path)
}

const touch = (one: Box, other: Box): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height
