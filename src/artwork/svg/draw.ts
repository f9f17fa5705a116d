// Draws an element and what it holds as marks, in the artwork's space. An element we do not know is refused, never skipped.
import { type Box, type Matrix, multiply, translate } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { ACTIVE } from './active.ts'
import { clipToBox } from './bounds.ts'
import { withEffects } from './effects.ts'
import { childNode, drawChildren, lengthReader, type Node } from './node.ts'
import { drawPicture } from './picture.ts'
import { resolveHref } from './reference.ts'
import { flowedText, unsafe, unsupported } from './refusals.ts'
import { report, type Scene, spend } from './scene.ts'
import { drawShape } from './shape.ts'
import { isShape } from './shapes.ts'
import { drawText } from './text.ts'
import { fitInto, readViewBox } from './viewport.ts'
import type { Element } from './xml.ts'

/** Elements that draw nothing where they stand: others refer to them, or they only describe. */
const UNDRAWN = [
  'defs',
  'symbol',
  'style',
  'title',
  'desc',
  'metadata',
  'view',
  'cursor',
  'color-profile',
  'font',
  'font-face',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'pattern',
  'marker',
  'filter',
  'solidcolor',
]

export function drawChild(
  element: Element,
  parent: Node,
  scene: Scene,
  matrix: Matrix = parent.matrix,
): readonly Mark[] {
  if (!spend(scene) || UNDRAWN.includes(element.name)) return []
  const node = childNode(element, parent, scene, matrix)
  if (!node || node.style.get('display') === 'none') return []
  return withEffects(own => drawElement(own, scene), node, scene)
}

function drawElement(node: Node, scene: Scene): readonly Mark[] {
  const { element } = node
  if (isShape(element)) return drawShape(node, scene)
  switch (element.name) {
    case 'g':
    case 'a':
      return drawChildren(node, scene)
    case 'svg':
      return drawViewport(node, scene, undefined)
    case 'use':
      return drawUse(node, scene)
    case 'switch':
      return drawSwitch(node, scene)
    case 'image':
      return drawPicture(node, scene)
    case 'text':
      return holdsText(element) ? drawText(node, scene) : []
    case 'flowRoot':
      if (holdsText(element)) report(scene, flowedText)
      return []
    default:
      // What runs or moves is refused when the drawing is opened, drawn or not.
      if (!ACTIVE.includes(element.name)) report(scene, strange(element.name))
      return []
  }
}

const holdsText = (element: Element): boolean => element.text.trim() !== '' || element.children.some(holdsText)

function strange(name: string) {
  if (name === 'foreignObject')
    return unsafe('il contient du HTML (<foreignObject>)', 'it holds HTML (<foreignObject>)')
  return unsupported(
    `il contient un élément que l’on ne sait pas dessiner (<${name.slice(0, 40)}>)`,
    `it holds an element we cannot draw (<${name.slice(0, 40)}>)`,
  )
}

/** The first child that asks for nothing we lack, in French or in no language (SVG 2, 5.9). */
function drawSwitch(node: Node, scene: Scene): readonly Mark[] {
  const chosen = node.element.children.find(({ attributes }) => {
    const languages = attributes
      .get('systemLanguage')
      ?.split(',')
      .map(language => language.trim().toLowerCase())
    const spoken =
      languages === undefined || languages.some(language => language === 'fr' || language.startsWith('fr-'))
    return spoken && (attributes.get('requiredExtensions') ?? '').trim() === ''
  })
  return chosen ? drawChild(chosen, node, scene) : []
}

function drawUse(node: Node, scene: Scene): readonly Mark[] {
  const { element } = node
  const target = resolveHref(element, scene)
  if (!target) return []
  const length = lengthReader(node, scene)
  const matrix = multiply(node.matrix, translate(length('x', 'x') ?? 0, length('y', 'y') ?? 0))
  if (target.name !== 'symbol' && target.name !== 'svg') return drawChild(target, node, scene, matrix)
  const child = childNode(target, node, scene, matrix)
  if (!child || !spend(scene) || child.style.get('display') === 'none') return []
  const size = { width: length('width', 'x'), height: length('height', 'y') }
  return withEffects(own => drawViewport(own, scene, size), child, scene)
}

type Size = { readonly width: number | undefined; readonly height: number | undefined }

/** A nested `svg` or a `symbol`: a box of its own, clipped unless it says otherwise. */
function drawViewport(node: Node, scene: Scene, given: Size | undefined): readonly Mark[] {
  const { element, viewport } = node
  const length = lengthReader(node, scene)
  const symbol = element.name === 'symbol'
  const box: Box = {
    x: symbol ? 0 : (length('x', 'x') ?? 0),
    y: symbol ? 0 : (length('y', 'y') ?? 0),
    width: given?.width ?? length('width', 'x') ?? viewport.width,
    height: given?.height ?? length('height', 'y') ?? viewport.height,
  }
  if (!(box.width > 0) || !(box.height > 0)) return []
  const view = readViewBox(element.attributes.get('viewBox'), scene)
  const inner = view
    ? fitInto(view, box, element.attributes.get('preserveAspectRatio')).matrix
    : translate(box.x, box.y)
  const size = view ?? box
  const child = { ...node, matrix: multiply(node.matrix, inner), viewport: { width: size.width, height: size.height } }
  const marks = drawChildren(child, scene)
  const overflow = node.style.get('overflow')
  return overflow === 'visible' || overflow === 'auto' ? marks : clipToBox(marks, box, node.matrix)
}
