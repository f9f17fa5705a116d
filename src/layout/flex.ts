// Flexbox by Yoga: prepared elements in, boxes in sheet coordinates out. Its tree is kept from one try to the next, since a
// rung of the ladder changes little: what did not change is not laid out again.
import Yoga, { Direction, MeasureMode, type Node as YogaNode } from 'yoga-layout'
import { type Box, sameBox } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { RoomAt } from '../template/element.ts'
import type { Node } from '../template/prepare.ts'
import { updateProperties } from './flex-properties.ts'

const config = Yoga.Config.create()
// By default Yoga rounds to whole units; ours are millimetres.
config.setPointScaleFactor(0)

/** What a text is measured with, besides the width that Yoga offers. Without a room, the box says nothing. */
export type Setting = { readonly scale: number; readonly box?: Box | undefined; readonly room?: RoomAt | undefined }

/** An element and its node of Yoga, as they were last laid out. */
type Kept = {
  readonly target: YogaNode
  node: Node
  setting: Setting | undefined
  children: readonly Kept[]
  /** From the corner of its parent. */
  box: Box
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }

/** Whether a text would be measured to the same again, whatever the width. */
export const sameSetting = (a: Setting, b: Setting): boolean =>
  a.scale === b.scale && a.room === b.room && (a.room === undefined || sameBox(a.box, b.box))

/** Measures a text as it is set now: the element may be another than the one that the node of Yoga was made for. */
function setMeasure(kept: Kept): void {
  kept.target.setMeasureFunc((width, mode) => {
    const { scale, box, room } = kept.setting ?? { scale: 1 }
    const limit = mode === MeasureMode.Undefined ? undefined : width
    const measured = kept.node.prepared.measure?.(limit, scale, box, room) ?? NOWHERE
    // A box exactly as wide as its text must not lose a word to the last bit of a float.
    return {
      width:
        mode === MeasureMode.Exactly ? width : Math.min(measured.width + 1e-4, Math.max(width || 0, measured.width)),
      height: measured.height,
    }
  })
}

function build(node: Node): Kept {
  const target = Yoga.Node.create(config)
  updateProperties(target, node, undefined)
  const kept: Kept = { target, node, setting: undefined, children: [], box: NOWHERE }
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
  if (node.prepared.measure !== before.prepared.measure) kept.setting = undefined
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

/** Tells Yoga which texts it must measure again. */
function refresh(kept: Kept, node: Node, settingOf: (node: Node) => Setting): void {
  if (node.prepared.measure) {
    const setting = settingOf(node)
    if (!kept.setting || !sameSetting(kept.setting, setting)) kept.target.markDirty()
    kept.setting = setting
  }
  for (const child of kept.children) refresh(child, child.node, settingOf)
}

/** All texts will be measured again, so that what Yoga remembers of other pieces decides nothing. */
function forget(kept: Kept): void {
  kept.setting = undefined
  for (const child of kept.children) forget(child)
}

/** Reads what was laid out anew; below a node that was not, nothing moved but with it. */
function readBoxes(kept: Kept, node: Node, left: Mm, top: Mm, isNew: boolean, boxes: Map<Node, Box>): void {
  const { target } = kept
  const moved = isNew && target.hasNewLayout()
  if (moved) {
    target.markLayoutSeen()
    kept.box = {
      x: target.getComputedLeft(),
      y: target.getComputedTop(),
      width: target.getComputedWidth(),
      height: target.getComputedHeight(),
    }
  }
  const { width, height } = kept.box
  const box: Box = { x: left + kept.box.x, y: top + kept.box.y, width, height }
  boxes.set(node, box)
  for (const child of kept.children) readBoxes(child, child.node, box.x, box.y, moved, boxes)
}

/** A root lies over the whole sheet unless it gives its own size. */
function asRoot(root: Node, width: Mm, height: Mm): Node {
  const { box } = root
  if (box.absolute) return root
  const size = { ...box.size, width, height: box.size.height ?? height }
  return { ...root, box: { ...box, absolute: true, size, inset: { ...box.inset, left: 0, top: 0 } } }
}

export type Flexbox = {
  /** The boxes of all elements; the same object as before when nothing that was asked changed. */
  place(roots: readonly Node[], settingOf: (node: Node) => Setting): ReadonlyMap<Node, Box>
  /** Lays out what comes next as a new flexbox would. */
  clear(): void
  /** Yoga's memory is not collected. */
  close(): void
}

/** A sheet to lay elements out on. */
export function openFlexbox(width: Mm, height: Mm): Flexbox {
  const page = Yoga.Node.create(config)
  page.setWidth(width)
  page.setHeight(height)
  let roots: readonly Node[] = []
  let kept: readonly Kept[] = []
  let boxes: ReadonlyMap<Node, Box> = new Map()
  return {
    place(nodes, settingOf) {
      const known = nodes === roots
      const asRoots = (): readonly Node[] => nodes.map(node => asRoot(node, width, height))
      if (!known) kept = adopt(page, kept, asRoots())
      roots = nodes
      const pairs = kept.flatMap((root, index) => {
        const node = nodes[index]
        return node ? [{ root, node }] : []
      })
      for (const { root, node } of pairs) refresh(root, node, settingOf)
      if (known && !page.isDirty()) return boxes
      page.calculateLayout(width, height, Direction.LTR)
      const placed = new Map<Node, Box>()
      for (const { root, node } of pairs) readBoxes(root, node, 0, 0, true, placed)
      boxes = placed
      return boxes
    },
    clear() {
      roots = []
      kept.forEach(forget)
    },
    close: () => page.freeRecursive(),
  }
}
