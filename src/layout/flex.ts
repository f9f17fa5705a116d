// Flexbox by Yoga: prepared elements in, boxes in sheet coordinates out. Its tree is kept from one try to the next, since a
// rung of the ladder changes little; all texts are measured anew, so that nothing hangs on what was laid out before.
import Yoga, { Direction, type Node as YogaNode } from 'yoga-layout'
import type { Box } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { everyNode, type Node } from '../template/prepare.ts'
import { updateProperties } from './flex-properties.ts'
import {
  type Asked,
  type Layout,
  openKnownLayouts,
  type Setting,
  sizeOf,
  structureOfAll,
  type Text,
} from './known-layouts.ts'

const config = Yoga.Config.create()
// By default Yoga rounds to whole units; ours are millimetres.
config.setPointScaleFactor(0)

/** An element and its node of Yoga, as they were last laid out. */
type Kept = {
  readonly target: YogaNode
  node: Node
  setting: Setting
  /** In this layout. */
  asked: Asked[]
  children: readonly Kept[]
}

const PLAIN: Setting = { scale: 1 }

/** Measures a text as it is set now: the element may be another than the one that the node of Yoga was made for. */
function setMeasure(kept: Kept): void {
  kept.target.setMeasureFunc((width, mode) => {
    const size = sizeOf(kept, width, mode)
    kept.asked.push({ width, mode, size })
    return size
  })
}

function build(node: Node): Kept {
  const target = Yoga.Node.create(config)
  updateProperties(target, node, undefined)
  const kept: Kept = { target, node, setting: PLAIN, asked: [], children: [] }
  if (node.prepared.measure) setMeasure(kept)
  kept.children = adopt(target, [], node.children)
  return kept
}

/** Whether an element may take over the node of another: the same place of the template, and nothing to unsay. */
function inherit(kept: Kept, node: Node): boolean {
  const before = kept.node
  if (node === before) return true
  const measured = (of: Node): boolean => of.prepared.measure !== undefined
  if (node.path !== before.path || measured(node) !== measured(before)) return false
  const sameStyle = node.box === before.box && node.prepared.style === before.prepared.style
  if (!sameStyle && !updateProperties(kept.target, node, before)) return false
  kept.node = node
  if (node.children !== before.children) kept.children = adopt(kept.target, kept.children, node.children)
  return true
}

const placeOf = ({ path }: Node, among: readonly Kept[], from: number): number =>
  among.findIndex((kept, place) => place >= from && kept.node.path === path)

/** Brings the children of a node of Yoga from some elements to the next. */
function adopt(parent: YogaNode, before: readonly Kept[], nodes: readonly Node[]): readonly Kept[] {
  let next = 0
  const drop = (end: number): void => {
    for (const { target } of before.slice(next, end)) {
      parent.removeChild(target)
      target.freeRecursive()
    }
    next = end
  }
  const adopted = nodes.map((node, index) => {
    const at = before[next]?.node === node ? next : placeOf(node, before, next)
    const kept = before[at]
    if (kept) {
      drop(at)
      if (inherit(kept, node)) {
        next += 1
        return kept
      }
      drop(at + 1)
    }
    const built = build(node)
    parent.insertChild(built.target, index)
    return built
  })
  drop(before.length)
  return adopted
}

/** Elements kept, each before what it holds. */
function everyKept(all: readonly Kept[], found: Kept[] = []): readonly Kept[] {
  for (const kept of all) {
    found.push(kept)
    everyKept(kept.children, found)
  }
  return found
}

/** Boxes on the sheet, each before those inside. */
function readBoxes(all: readonly Kept[], left: Mm, top: Mm, boxes: Box[]): readonly Box[] {
  for (const { target, children } of all) {
    const box: Box = {
      x: left + target.getComputedLeft(),
      y: top + target.getComputedTop(),
      width: target.getComputedWidth(),
      height: target.getComputedHeight(),
    }
    boxes.push(box)
    readBoxes(children, box.x, box.y, boxes)
  }
  return boxes
}

/** A root lies over the whole sheet unless it gives its own size. */
function asRoot(root: Node, width: Mm, height: Mm): Node {
  const { box } = root
  if (box.absolute) return root
  const size = { ...box.size, width, height: box.size.height ?? height }
  return { ...root, box: { ...box, absolute: true, size, inset: { ...box.inset, left: 0, top: 0 } } }
}

export type Flexbox = {
  /** The boxes of all elements; the same object as before when they stand where they stood. */
  place(roots: readonly Node[], settingOf: (node: Node) => Setting): ReadonlyMap<Node, Box>
  /** Lets what was laid out go. */
  clear(): void
  /** Yoga's memory is not collected. */
  close(): void
}

/** The elements that stand, and what only they decide. */
type Standing = {
  readonly roots: readonly Node[]
  readonly structure: number
  readonly all: readonly Node[]
  readonly texts: readonly Node[]
  /** As they came out last. */
  layout?: Layout
  boxes?: ReadonlyMap<Node, Box>
}

function stand(roots: readonly Node[]): Standing {
  const all = everyNode(roots)
  return { roots, structure: structureOfAll(roots), all, texts: all.filter(({ prepared }) => prepared.measure) }
}

function boxesOf(all: readonly Node[], { boxes }: Layout): ReadonlyMap<Node, Box> {
  const found = new Map<Node, Box>()
  for (let index = 0; index < all.length; index += 1) {
    const [node, box] = [all[index], boxes[index]]
    if (node && box) found.set(node, box)
  }
  return found
}

/** A sheet to lay elements out on. */
export function openFlexbox(width: Mm, height: Mm): Flexbox {
  const page = Yoga.Node.create(config)
  page.setWidth(width)
  page.setHeight(height)
  const known = openKnownLayouts()
  let kept: readonly Kept[] = []
  let standing: Standing | undefined
  const layOut = ({ roots, structure }: Standing, texts: readonly Text[]): Layout => {
    kept = adopt(
      page,
      kept,
      roots.map(node => asRoot(node, width, height)),
    )
    const measured = everyKept(kept).filter(({ node }) => node.prepared.measure)
    for (const [index, text] of measured.entries()) {
      text.setting = texts[index]?.setting ?? PLAIN
      text.asked = []
      text.target.markDirty()
    }
    page.calculateLayout(width, height, Direction.LTR)
    const asked = measured.map(text => text.asked)
    return known.add(structure, texts, asked, readBoxes(kept, 0, 0, []))
  }
  return {
    place(roots, settingOf) {
      if (standing?.roots !== roots) standing = stand(roots)
      const texts = standing.texts.map(node => ({ node, setting: settingOf(node) }))
      const layout = known.find(standing.structure, texts) ?? layOut(standing, texts)
      const same = standing.layout === layout ? standing.boxes : undefined
      const boxes = same ?? boxesOf(standing.all, layout)
      standing.layout = layout
      standing.boxes = boxes
      return boxes
    },
    clear() {
      standing = undefined
    },
    close: () => page.freeRecursive(),
  }
}
