// The characters of a text element: white space settled, each with its style and the place that attributes give it.
import { childNode, lengthBase, type Node } from './node.ts'
import { parseLength, parseNumbers } from './number.ts'
import { resolveHref } from './reference.ts'
import { unsupportedText } from './refusals.ts'
import { report, type Scene, spend } from './scene.ts'
import type { Element } from './xml.ts'

export type Character = {
  readonly text: string
  /** Its `text`, `tspan` or `textPath`: the style it is set in. */
  readonly node: Node
  /** Absolute place, when an attribute gives one: a new line of its own. */
  x?: number
  y?: number
  dx: number
  dy: number
  rotate: number
  /** The path it stands on, and whether it is the first there. */
  readonly path?: { readonly element: Element; readonly holder: Node; readonly first: boolean }
}

const KNOWN = ['tspan', 'textPath', 'a', 'title', 'desc']

const MAX_CHARACTERS = 20_000

export function charactersOf(root: Node, scene: Scene): Character[] {
  const all: Character[] = []
  const begun = new Set<Element>()
  collect(root, undefined)
  if (all.length > MAX_CHARACTERS) {
    report(scene, unsupportedText('il contient plus de 20 000 lettres', 'it holds over 20,000 letters'))
    return []
  }
  const characters = settleSpaces(all)
  place(root, characters, scene)
  return characters

  function collect(node: Node, path: Character['path']): void {
    if (node.style.get('display') === 'none' || !spend(scene)) return
    for (const item of node.element.content) {
      if (typeof item === 'string') {
        for (const letter of lettersOf(item, node)) {
          const first = path !== undefined && !begun.has(path.holder.element)
          if (path) begun.add(path.holder.element)
          all.push({ text: letter, node, dx: 0, dy: 0, rotate: 0, ...(path && { path: { ...path, first } }) })
          if (all.length > MAX_CHARACTERS) return
        }
        continue
      }
      if (!KNOWN.includes(item.name)) {
        report(
          scene,
          unsupportedText(
            `son texte contient un <${item.name.slice(0, 40)}>`,
            `its text holds a <${item.name.slice(0, 40)}>`,
          ),
        )
        continue
      }
      if (item.name === 'title' || item.name === 'desc') continue
      const child = childNode(item, node, scene)
      if (!child) continue
      const target = item.name === 'textPath' ? resolveHref(item, scene) : undefined
      if (item.name === 'textPath' && !target) continue
      collect({ ...child, matrix: node.matrix }, target ? { element: target, holder: child, first: false } : path)
    }
  }
}

/** Letters with their accents: what attributes count and shaping never parts. */
function lettersOf(source: string, { style, element }: Node): string[] {
  const transform = style.get('text-transform')
  const cased =
    transform === 'uppercase'
      ? source.toUpperCase()
      : transform === 'lowercase'
        ? source.toLowerCase()
        : transform === 'capitalize'
          ? source.replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toUpperCase())
          : source
  return (keepsSpaces(element, style) ? cased : cased.replace(/[ \t\r\n]+/g, ' ')).match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

const keepsSpaces = (element: Element, style: Node['style']): boolean =>
  /^pre/.test(style.get('white-space')) || element.attributes.get('xml:space') === 'preserve'

/** Spaces at both ends and after another space are not drawn, unless the drawing keeps them. */
function settleSpaces(all: readonly Character[]): Character[] {
  const kept: Character[] = []
  const keeps = ({ node }: Character): boolean =>
    keepsSpaces(node.element, node.style) || node.above.some(one => one.attributes.get('xml:space') === 'preserve')
  for (const character of all) {
    const { text } = character
    if (/^[\t\r\n]$/.test(text)) kept.push({ ...character, text: ' ' })
    else if (text !== ' ' || keeps(character)) kept.push(character)
    else if (kept.length > 0 && kept.at(-1)?.text !== ' ') kept.push(character)
  }
  const last = kept.at(-1)
  if (last?.text === ' ' && !keeps(last)) kept.pop()
  return kept
}

/** Gives each character what the lists of its elements say; inner elements win over outer ones. */
function place(root: Node, characters: readonly Character[], scene: Scene): void {
  const counts = new Map<Element, number>()
  for (const character of characters) {
    const elements = elementsOf(character.node, root)
    for (const { element, node } of elements) {
      const index = counts.get(element) ?? 0
      counts.set(element, index + 1)
      apply(element, node, index, character, scene)
    }
  }
}

/** From the text element down to the character's own. */
function elementsOf(node: Node, root: Node): { element: Element; node: Node }[] {
  const from = node.above.indexOf(root.element)
  const above = from < 0 ? [] : node.above.slice(from)
  return [...above, node.element].map(element => ({ element, node }))
}

const lists = new WeakMap<Element, Map<string, readonly string[]>>()

function itemAt(element: Element, name: string, index: number): string | undefined {
  const known = lists.get(element) ?? new Map<string, readonly string[]>()
  lists.set(element, known)
  const items =
    known.get(name) ??
    element.attributes
      .get(name)
      ?.trim()
      .split(/[\s,]+/) ??
    []
  known.set(name, items)
  return name === 'rotate' ? (items[index] ?? items.at(-1)) : items[index]
}

function apply(element: Element, node: Node, index: number, character: Character, scene: Scene): void {
  const read = (name: string, axis: 'x' | 'y'): number | undefined => {
    const written = itemAt(element, name, index)
    if (written === undefined || written === '') return undefined
    const value = parseLength(written, lengthBase(node, axis))
    if (value === undefined)
      report(
        scene,
        unsupportedText(
          `place de texte « ${written.slice(0, 40)} » incomprise`,
          `place of text “${written.slice(0, 40)}” not understood`,
        ),
      )
    return value
  }
  const x = read('x', 'x')
  const y = read('y', 'y')
  if (x !== undefined) character.x = x
  if (y !== undefined) character.y = y
  character.dx = read('dx', 'x') ?? character.dx
  character.dy = read('dy', 'y') ?? character.dy
  const turn = itemAt(element, 'rotate', index)
  if (turn !== undefined) character.rotate = parseNumbers(turn)?.[0] ?? 0
}
