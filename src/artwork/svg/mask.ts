// Masks (CSS Masking 1, 7). One opaque white shape is a clip, which every press draws sharper; others stay masks.
import { type Box, multiply, rectPath, transformPath } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { unitsMatrix } from './clip.ts'
import { definitionNode, drawChildren, emOf, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { objectBox } from './outlines.ts'
import { parseUrl, resolve } from './reference.ts'
import { unsupportedEffect } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import type { Element } from './xml.ts'

/** Marks seen through the mask of their element. */
export function maskMarks(marks: readonly Mark[], node: Node, scene: Scene): readonly Mark[] {
  const written = node.style.get('mask')
  if (written === 'none' || marks.length === 0) return marks
  const url = parseUrl(written)
  if (url?.rest !== '') {
    report(scene, unsupportedEffect('il emploie un masque CSS', 'it uses a CSS mask'))
    return marks
  }
  const element = resolve(url.id, scene)
  if (!element) return marks
  if (element.name !== 'mask') {
    report(scene, unsupportedEffect(`mask y désigne un <${element.name}>`, `mask names a <${element.name}> there`))
    return marks
  }
  if (node.palette !== 'screen' && linear(element, node, scene)) {
    scene.unsayable++
    return []
  }
  const region = regionOf(element, node, scene)
  const units = unitsMatrix(element.attributes.get('maskContentUnits'), node, scene)
  const own = units && definitionNode(element, node, scene, multiply(node.matrix, units))
  if (!own || !region) return []
  // A mask of the mask narrows what the mask shows (its own clip too): both apply to the same marks.
  const shown = maskMarks(marks, { ...node, style: own.style, above: own.above }, scene)
  return through(shown, own, transformPath(rectPath(region), node.matrix), scene)
}

/** Light summed before the eye's curve: vectors know only the other way. */
const linear = (element: Element, node: Node, scene: Scene): boolean =>
  definitionNode(element, node, scene)?.style.get('color-interpolation').toLowerCase() === 'linearrgb'

function through(
  marks: readonly Mark[],
  mask: Node,
  region: ReturnType<typeof rectPath>,
  scene: Scene,
): readonly Mark[] {
  const kind = mask.style.get('mask-type') === 'alpha' ? 'alpha' : 'luminance'
  const onScreen = mask.palette === 'screen'
  const shapes = drawChildren({ ...mask, palette: kind === 'alpha' || onScreen ? mask.palette : 'luminance' }, scene)
  if (shapes.length === 0 || marks.length === 0) return []
  const clip = onScreen ? undefined : asClip(shapes, kind)
  if (clip) return [{ kind: 'group', marks: [{ kind: 'group', marks, clip }], clip: { path: region, rule: 'nonzero' } }]
  const bounded: Mark = { kind: 'group', marks: shapes, clip: { path: region, rule: 'nonzero' } }
  return [{ kind: 'group', marks, mask: { kind, marks: [bounded] } }]
}

/** The outline of a mask that is one opaque shape, white when its luminance counts. */
function asClip(shapes: readonly Mark[], kind: 'alpha' | 'luminance') {
  const [shape, ...more] = shapes
  if (more.length > 0 || shape?.kind !== 'path' || shape.stroke || shape.fill?.kind !== 'cmyk') return undefined
  if (kind === 'luminance' && shape.fill.k > 0) return undefined
  return { path: shape.path, rule: shape.fillRule ?? 'nonzero' } as const
}

/** Where the mask is defined, in the element's user space. */
function regionOf(element: Element, node: Node, scene: Scene): Box | undefined {
  const relative = element.attributes.get('maskUnits') !== 'userSpaceOnUse'
  const { width, height } = node.viewport
  const read = (name: string, initial: string, percent: number): number =>
    parseLength(element.attributes.get(name) ?? initial, { percent: relative ? 1 : percent, em: emOf(node.style) }) ?? 0
  const region = {
    x: read('x', '-10%', width),
    y: read('y', '-10%', height),
    width: read('width', '120%', width),
    height: read('height', '120%', height),
  }
  if (!relative) return region
  const box = objectBox(node, scene)
  return (
    box && {
      x: box.x + region.x * box.width,
      y: box.y + region.y * box.height,
      width: region.width * box.width,
      height: region.height * box.height,
    }
  )
}
