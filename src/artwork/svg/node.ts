// An element on its way to be drawn: its style, its matrix, the viewport its percentages refer to, and its ancestors.
import { type Matrix, multiply } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { type LengthBase, parseLength } from './number.ts'
import { unsupported } from './refusals.ts'
import { type Palette, report, type Scene } from './scene.ts'
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
  /** Draws a child: clips, masks and patterns draw what they hold through it. */
  readonly draw: DrawChild
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
    scene.drawn = Number.POSITIVE_INFINITY
    return undefined
  }
  const above = [...parent.above, parent.element]
  const style = styleOf(element, parent.style, ancestorsOf(element, scene), scene.rules)
  const own = ownTransform(element, style, scene)
  return { ...parent, element, style, above, matrix: own ? multiply(matrix, own) : matrix }
}

/** A mask, clip, pattern or gradient with the style of its place in the file, not of the element that names it. */
export function definitionNode(
  element: Element,
  user: Node,
  scene: Scene,
  matrix: Matrix = user.matrix,
): Node | undefined {
  const style = ancestorsOf(element, scene).reduce(
    (inherited, ancestor) => styleOf(ancestor, inherited, ancestorsOf(ancestor, scene), scene.rules),
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

function ownTransform(element: Element, style: Style, scene: Scene): Matrix | undefined {
  const written = style.get('transform')
  if (written === '') return undefined
  const origin = style.get('transform-origin')
  if (!/^\s*(0(px|%)?(\s+0(px|%)?){0,2})?\s*$/.test(origin))
    report(scene, unsupported('il emploie transform-origin', 'it uses transform-origin'))
  const matrix = parseTransform(written)
  if (!matrix)
    report(
      scene,
      unsupported(`transformation incomprise sur <${element.name}>`, `transform not understood on <${element.name}>`),
    )
  return matrix
}

export const emOf = (style: Style): number => parseLength(style.get('font-size'), { percent: 16, em: 16 }) ?? 16

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
    if (length === undefined)
      report(
        scene,
        unsupported(
          `longueur « ${written.slice(0, 40)} » incomprise (${name})`,
          `length “${written.slice(0, 40)}” not understood (${name})`,
        ),
      )
    return length
  }
