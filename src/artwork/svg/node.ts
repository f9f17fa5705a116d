// An element on its way to be drawn: its style, its matrix, the viewport its percentages refer to, and its ancestors.
import { type Box, type Matrix, multiply, translate } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { type LengthBase, parseLength } from './number.ts'
import type { Palette } from './palette.ts'
import { badLength, unsupported } from './refusals.ts'
import { report, type Scene, spendMatches } from './scene.ts'
import type { ReadLength } from './shapes.ts'
import { INITIAL, type Style, styleOf } from './style.ts'
import { parseTransform } from './transform.ts'
import type { Element } from './xml.ts'

export type Node = {
  readonly element: Element
  readonly style: Style
  /** From the element's user space to the artwork's. */
  readonly matrix: Matrix
  readonly viewport: { readonly width: number; readonly height: number }
  readonly palette: Palette
  /** Elements above, those reached through `use`, masks and patterns included: guards against loops. */
  readonly above: readonly Element[]
  /** The style of the shape that carries the marker being drawn: `context-fill` and `context-stroke` read it. */
  readonly context?: Style
  /** The box that paints of a text are fitted to: that of the whole text. */
  readonly paintBox?: Box
  /** Draws a child: clips, masks and patterns draw what they hold through it. */
  readonly draw: DrawChild
  /** The object bounding box, in the node's user space: what turns about its own middle asks for it. */
  readonly bounds: (node: Node, scene: Scene) => Box | undefined
}

export type DrawChild = (element: Element, parent: Node, scene: Scene, matrix?: Matrix) => readonly Mark[]

export const drawChildren = (parent: Node, scene: Scene, matrix: Matrix = parent.matrix): readonly Mark[] =>
  parent.element.children.flatMap(element => parent.draw(element, parent, scene, matrix))

/** Deeper than any real drawing; keeps recursion far from the stack's end. */
const MAX_ABOVE = 200

/** A child with its style and its own transform; nothing when it is hidden for good, loops, or is mistaken. */
export function childNode(
  element: Element,
  parent: Node,
  scene: Scene,
  matrix: Matrix = parent.matrix,
): Node | undefined {
  if (parent.above.includes(element) || parent.above.length > MAX_ABOVE) {
    scene.budget.drawn = Number.POSITIVE_INFINITY
    return undefined
  }
  if (!spendMatches(scene)) return undefined
  const above = [...parent.above, parent.element]
  const style = styleOf(element, parent.style, ancestorsOf(element, scene), scene.rules)
  const node = { ...parent, element, style, above, matrix }
  const own = ownTransform(node, scene)
  return own ? { ...node, matrix: multiply(matrix, own) } : node
}

/** A mask, clip, pattern or gradient with the style of its place in the file, not of the element that names it. */
export function definitionNode(
  element: Element,
  user: Node,
  scene: Scene,
  matrix: Matrix = user.matrix,
): Node | undefined {
  const style = ancestorsOf(element, scene).reduce(
    (inherited, ancestor) =>
      spendMatches(scene) ? styleOf(ancestor, inherited, ancestorsOf(ancestor, scene), scene.rules) : inherited,
    INITIAL,
  )
  return childNode(element, { ...user, style }, scene, matrix)
}

/** From the root to the parent, in the file. */
function ancestorsOf(element: Element, { parents }: Scene): Element[] {
  const ancestors: Element[] = []
  for (let above = parents.get(element); above; above = parents.get(above)) ancestors.unshift(above)
  return ancestors
}

function ownTransform(node: Node, scene: Scene): Matrix | undefined {
  const { element, style } = node
  const written = style.get('transform')
  if (written === '') return undefined
  const matrix = parseTransform(written)
  if (!matrix) {
    report(
      scene,
      unsupported(`transformation incomprise sur <${element.name}>`, `transform not understood on <${element.name}>`),
    )
    return undefined
  }
  const box = style.get('transform-box') === 'fill-box' ? node.bounds(node, scene) : undefined
  const origin = originOf(style.get('transform-origin'), box ?? { x: 0, y: 0, ...sizeOf(node.viewport) }, node)
  if (!origin) {
    report(scene, unsupported('son transform-origin est incompris', 'its transform-origin is not understood'))
    return undefined
  }
  return multiply(translate(origin[0], origin[1]), multiply(matrix, translate(-origin[0], -origin[1])))
}

const sizeOf = ({ width, height }: Node['viewport']): Pick<Box, 'width' | 'height'> => ({ width, height })

const PLACES: Readonly<Record<string, string>> = { left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' }

/** The point that a transform turns about (CSS Transforms 1, 6); the corner of the user space unless it says otherwise. */
function originOf(written: string, box: Box, node: Node): readonly [number, number] | undefined {
  const words = written.trim().toLowerCase().split(/\s+/)
  if (words[0] === '') return node.style.get('transform-box') === 'fill-box' ? middle(box) : [0, 0]
  const flipped = ['top', 'bottom'].includes(words[0] ?? '') || ['left', 'right'].includes(words[1] ?? '')
  const [first = '50%', second = '50%'] = flipped ? [words[1] ?? 'center', words[0] ?? ''] : words
  const em = emOf(node.style)
  const x = parseLength(PLACES[first] ?? first, { percent: box.width, em })
  const y = parseLength(PLACES[second] ?? second, { percent: box.height, em })
  return x === undefined || y === undefined || words.length > 3 ? undefined : [box.x + x, box.y + y]
}

const middle = (box: Box): readonly [number, number] => [box.x + box.width / 2, box.y + box.height / 2]

export const emOf = (style: Style): number => Number(style.get('font-size'))

export const diagonal = ({ width, height }: Node['viewport']): number =>
  Math.sqrt((width * width + height * height) / 2)

export const lengthBase = (node: Node, axis: 'x' | 'y' | 'diagonal'): LengthBase => {
  const { width, height } = node.viewport
  return { percent: axis === 'x' ? width : axis === 'y' ? height : diagonal(node.viewport), em: emOf(node.style) }
}

/** Reads the lengths of an element; a malformed one is reported, since browsers would silently take another value. */
export const lengthReader =
  (node: Node, scene: Scene): ReadLength =>
  (name, axis) => {
    const written = node.style.geometry.get(name) ?? node.element.attributes.get(name)
    if (written === undefined || written.trim() === '' || written.trim() === 'auto') return undefined
    const length = parseLength(written, lengthBase(node, axis))
    if (length === undefined) report(scene, badLength(name, written))
    return length
  }
