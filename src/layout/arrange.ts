// Places the elements of a sheet: flexbox, then lines around shapes, again until nothing moves; then says what does not fit.
import type { Box } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Measured, Misfit, RoomAt } from '../template/element.ts'
import { everyNode, type Node } from '../template/prepare.ts'
import { type Flexbox, openFlexbox } from './flex.ts'
import { type Setting, sameSetting } from './known-layouts.ts'
import { openRooms, type Rooms } from './rooms.ts'

/** Lines move shapes nowhere, so three passes settle nearly everything; more would only oscillate. */
const MAX_PASSES = 6

/** Steps of the common scale of a group, finest first step included: 1, 0.96, 0.92… */
const SCALE_STEP = 0.04

const EPSILON: Mm = 0.01

export type Problem =
  | { readonly kind: 'text'; readonly node: Node; readonly misfit: Misfit }
  | {
      readonly kind: 'box'
      readonly node: Node
      readonly excess: Mm
      /** What it should lie in: its texts may shrink to make room. */
      readonly parent?: Node
    }

export type Arrangement = {
  readonly boxes: ReadonlyMap<Node, Box>
  readonly rooms: ReadonlyMap<Node, RoomAt>
  readonly scaleOf: (node: Node) => number
  readonly problems: readonly Problem[]
  /** Texts that fit, but break where they should not. */
  readonly flawed: readonly Node[]
}

const same = (a: ReadonlyMap<Node, Box>, b: ReadonlyMap<Node, Box>): boolean => {
  for (const [node, box] of a) {
    const other = b.get(node)
    if (!other) return false
    const moved = Math.max(
      Math.abs(box.x - other.x),
      Math.abs(box.y - other.y),
      Math.abs(box.width - other.width),
      Math.abs(box.height - other.height),
    )
    if (moved > 1e-6) return false
  }
  return true
}

/**
 * What a sheet is laid out on; one ground serves all the tries of a piece. First passes, which know no shapes, have a
 * flexbox of their own: from one to the next little changes, and from a first to a second all that flows.
 */
export type Ground = {
  readonly first: Flexbox
  readonly others: Flexbox
  readonly rooms: Rooms
  /** Each text as it came out last. */
  readonly measured: Map<Node, { readonly setting: Setting & { readonly box: Box }; readonly measured: Measured }>
  /** For another piece: as if nothing had been laid out before. */
  clear(): void
  close(): void
}

export function openGround(width: Mm, height: Mm): Ground {
  const [first, others] = [openFlexbox(width, height), openFlexbox(width, height)]
  const measured: Ground['measured'] = new Map()
  const clear = (): void => {
    first.clear()
    others.clear()
    measured.clear()
  }
  const close = (): void => {
    first.close()
    others.close()
  }
  return { first, others, rooms: openRooms(), measured, clear, close }
}

function settle(
  nodes: readonly Node[],
  all: readonly Node[],
  { first, others, rooms: roomsOf }: Ground,
  scaleOf: (node: Node) => number,
) {
  let boxes: ReadonlyMap<Node, Box> = new Map()
  let rooms: ReadonlyMap<Node, RoomAt> = new Map()
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const last = boxes
    const flexbox = pass === 0 ? first : others
    boxes = flexbox.place(nodes, node => ({ scale: scaleOf(node), box: last.get(node), room: rooms.get(node) }))
    if (pass > 0 && (boxes === last || same(boxes, last))) break
    rooms = roomsOf(all, boxes)
    if (rooms.size === 0) break
  }
  return { boxes, rooms }
}

function textProblem(node: Node, box: Box, measured: Measured | undefined): Problem | undefined {
  if (!measured) return undefined
  if (measured.misfit) return { kind: 'text', node, misfit: measured.misfit }
  if (measured.width > box.width + EPSILON) return { kind: 'box', node, excess: measured.width - box.width }
  return measured.height > box.height + EPSILON
    ? { kind: 'box', node, excess: measured.height - box.height }
    : undefined
}

const paddingOf = (node: Node, side: 'top' | 'right' | 'bottom' | 'left'): Mm => {
  const value = node.box.padding[side]
  return typeof value === 'number' ? value : 0
}

/** How far a child in the flow leaves the content box of its container. */
function excessOf(child: Box, parent: Box, node: Node): Mm {
  return Math.max(
    parent.x + paddingOf(node, 'left') - child.x,
    parent.y + paddingOf(node, 'top') - child.y,
    child.x + child.width - (parent.x + parent.width - paddingOf(node, 'right')),
    child.y + child.height - (parent.y + parent.height - paddingOf(node, 'bottom')),
  )
}

const inFlow = (node: Node): boolean => !node.box.absolute && !node.prepared.style?.position

function findProblems(
  all: readonly Node[],
  boxes: ReadonlyMap<Node, Box>,
  measured: ReadonlyMap<Node, Measured>,
): Problem[] {
  const problems: Problem[] = []
  for (const node of all) {
    const box = boxes.get(node)
    if (!box) continue
    const problem = textProblem(node, box, measured.get(node))
    if (problem) problems.push(problem)
    for (const child of node.children) {
      const childBox = boxes.get(child)
      if (!childBox || !inFlow(child)) continue
      const excess = excessOf(childBox, box, node)
      if (excess > EPSILON) problems.push({ kind: 'box', node: child, excess, parent: node })
    }
  }
  return problems
}

/** The texts as they came out, in their boxes. */
function measureAll(
  all: readonly Node[],
  { boxes, rooms, scaleOf }: Pick<Arrangement, 'boxes' | 'rooms' | 'scaleOf'>,
  { measured: known }: Ground,
): ReadonlyMap<Node, Measured> {
  const found = new Map<Node, Measured>()
  for (const node of all) {
    const box = boxes.get(node)
    const { measure } = node.prepared
    if (!box || !measure) continue
    const setting = { scale: scaleOf(node), box, room: rooms.get(node) }
    const before = known.get(node)
    const again = before?.setting.box.width !== box.width || !sameSetting(before.setting, setting)
    const measured = again ? measure(box.width, setting.scale, box, setting.room) : before.measured
    if (again) known.set(node, { setting, measured })
    found.set(node, measured)
  }
  return found
}

/** Groups of texts by name, with the smallest scale they may all take. */
function groupsOf(all: readonly Node[]): Map<string, number> {
  const groups = new Map<string, number>()
  for (const node of all) {
    const flow = node.prepared.flow
    if (flow?.group !== undefined) groups.set(flow.group, Math.max(groups.get(flow.group) ?? 0, flow.minScale))
  }
  return groups
}

type Settled = Pick<Arrangement, 'boxes' | 'rooms' | 'problems' | 'flawed'>

/** What a line that ends well is worth: a fifth of the size, no more. */
const CURE = 0.8

/**
 * Texts that may shrink do so, a little, for a line that ends well: « Place du Colonel-Fabien » whole rather
 * than cut at its hyphen. The first common size that cures some, and troubles nothing, is kept; else they stay as they were.
 */
function cure(
  found: Settled,
  limits: ReadonlyMap<string, number>,
  scales: Map<string, number>,
  settled: () => Settled,
): Settled {
  let kept = found
  for (const group of new Set(found.flawed.map(node => node.prepared.flow?.group))) {
    if (group === undefined) continue
    const before = scales.get(group) ?? 1
    const limit = Math.max(limits.get(group) ?? 1, before * CURE)
    let cured = false
    for (let scale = before - SCALE_STEP; scale > limit - SCALE_STEP + 1e-9; scale -= SCALE_STEP) {
      scales.set(group, Math.max(limit, Math.round(scale * 100) / 100))
      const tried = settled()
      if (tried.problems.length > 0 || tried.flawed.length >= kept.flawed.length) continue
      kept = tried
      cured = true
      break
    }
    if (!cured) scales.set(group, before)
  }
  return kept
}

/**
 * Places everything; texts of a group shrink together, no further than the first of them allows. `curing` shrinks some more
 * where a line ends badly.
 */
export function arrange(nodes: readonly Node[], ground: Ground, curing = false): Arrangement {
  const all = everyNode(nodes)
  const limits = groupsOf(all)
  const scales = new Map<string, number>()
  const scaleOf = (node: Node): number => {
    const group = node.prepared.flow?.group
    return group === undefined ? 1 : (scales.get(group) ?? 1)
  }
  const settled = (): Settled => {
    const { boxes, rooms } = settle(nodes, all, ground, scaleOf)
    const measured = measureAll(all, { boxes, rooms, scaleOf }, ground)
    const flawed = [...measured].flatMap(([node, { flawed: isFlawed }]) => (isFlawed ? [node] : []))
    return { boxes, rooms, problems: findProblems(all, boxes, measured), flawed }
  }
  for (;;) {
    const found = settled()
    const shrinkable = shrinkableGroups(found.problems, limits, scales)
    if (shrinkable.length === 0) {
      return { ...(curing && found.problems.length === 0 ? cure(found, limits, scales, settled) : found), scaleOf }
    }
    for (const group of shrinkable) {
      scales.set(
        group,
        Math.max(limits.get(group) ?? 1, Math.round(((scales.get(group) ?? 1) - SCALE_STEP) * 100) / 100),
      )
    }
  }
}

/** A text in trouble shrinks its own group; a box in trouble, the groups of all the texts it competes with for room. */
function shrinkableGroups(
  problems: readonly Problem[],
  limits: ReadonlyMap<string, number>,
  scales: ReadonlyMap<string, number>,
): string[] {
  const groups = new Set<string>()
  for (const problem of problems) {
    const crowd = problem.kind === 'box' ? (problem.parent ?? problem.node) : problem.node
    for (const node of everyNode([crowd])) {
      const group = node.prepared.flow?.group
      if (group !== undefined) groups.add(group)
    }
  }
  return [...groups].filter(group => (scales.get(group) ?? 1) > (limits.get(group) ?? 1) + 1e-9)
}
