// Flexbox by Yoga: a tree of prepared elements and a measure for each text, in; boxes in sheet coordinates, out.
import Yoga, {
  Align,
  Direction,
  Edge,
  FlexDirection,
  Gutter,
  Justify,
  MeasureMode,
  PositionType,
  Wrap,
  type Node as YogaNode,
} from 'yoga-layout'
import type { Box } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Measured } from '../template/element.ts'
import type { Node, Size } from '../template/prepare.ts'

const config = Yoga.Config.create()
// By default Yoga rounds to whole units; ours are millimetres.
config.setPointScaleFactor(0)

const ALIGN = { start: Align.FlexStart, center: Align.Center, end: Align.FlexEnd, stretch: Align.Stretch } as const

const JUSTIFY = {
  start: Justify.FlexStart,
  center: Justify.Center,
  end: Justify.FlexEnd,
  between: Justify.SpaceBetween,
  around: Justify.SpaceAround,
} as const

const EDGES = { top: Edge.Top, right: Edge.Right, bottom: Edge.Bottom, left: Edge.Left } as const

const SIDES = ['top', 'right', 'bottom', 'left'] as const

type YogaSize = number | `${number}%` | 'auto'

const yogaSize = (size: Size): YogaSize => (typeof size === 'object' ? `${size.percent}%` : size)

/** A limit or a padding cannot be `auto`. */
const fixedSize = (size: Size): number | `${number}%` | undefined => {
  const value = yogaSize(size)
  return value === 'auto' ? undefined : value
}

function setSizes(target: YogaNode, node: Node): void {
  const { size } = node.box
  const own = node.prepared.style ?? {}
  const width = size.width ?? own.width
  const height = size.height ?? own.height
  if (width !== undefined) target.setWidth(yogaSize(width))
  if (height !== undefined) target.setHeight(yogaSize(height))
  if (size.minWidth !== undefined) target.setMinWidth(fixedSize(size.minWidth))
  if (size.maxWidth !== undefined) target.setMaxWidth(fixedSize(size.maxWidth))
  if (size.minHeight !== undefined) target.setMinHeight(fixedSize(size.minHeight))
  if (size.maxHeight !== undefined) target.setMaxHeight(fixedSize(size.maxHeight))
}

function setPlace(target: YogaNode, node: Node): void {
  const own = node.prepared.style?.position
  if (node.box.absolute || own) target.setPositionType(PositionType.Absolute)
  for (const side of SIDES) {
    const margin = node.box.margin[side]
    const padding = node.box.padding[side]
    const inset = node.box.inset[side] ?? own?.[side]
    if (margin !== undefined) target.setMargin(EDGES[side], yogaSize(margin))
    if (padding !== undefined) target.setPadding(EDGES[side], fixedSize(padding))
    if (inset !== undefined) target.setPosition(EDGES[side], fixedSize(inset))
  }
}

function setFlow(target: YogaNode, node: Node): void {
  const { box } = node
  target.setFlexDirection(node.prepared.style?.direction === 'row' ? FlexDirection.Row : FlexDirection.Column)
  target.setFlexGrow(box.grow)
  target.setFlexShrink(box.shrink)
  if (box.grow > 0 && box.shrink > 0) target.setFlexBasis(0)
  if (box.gap > 0) target.setGap(Gutter.All, box.gap)
  if (box.align) target.setAlignItems(ALIGN[box.align])
  if (box.justify) target.setJustifyContent(JUSTIFY[box.justify])
  if (box.self) target.setAlignSelf(ALIGN[box.self])
  if (box.wrap) target.setFlexWrap(Wrap.Wrap)
}

/** Measures a text at a width; undefined when nothing limits it. */
export type MeasureNode = (node: Node, width: Mm | undefined) => Measured

function build(node: Node, measure: MeasureNode): YogaNode {
  const target = Yoga.Node.create(config)
  setSizes(target, node)
  setPlace(target, node)
  setFlow(target, node)
  if (node.prepared.measure) {
    target.setMeasureFunc((width, mode) => {
      const measured = measure(node, mode === MeasureMode.Undefined ? undefined : width)
      // A box exactly as wide as its text must not lose a word to the last bit of a float.
      return {
        width:
          mode === MeasureMode.Exactly ? width : Math.min(measured.width + 1e-4, Math.max(width || 0, measured.width)),
        height: measured.height,
      }
    })
  }
  node.children.forEach((child, index) => {
    target.insertChild(build(child, measure), index)
  })
  return target
}

function readBoxes(node: Node, source: YogaNode, left: Mm, top: Mm, boxes: Map<Node, Box>): void {
  const box: Box = {
    x: left + source.getComputedLeft(),
    y: top + source.getComputedTop(),
    width: source.getComputedWidth(),
    height: source.getComputedHeight(),
  }
  boxes.set(node, box)
  node.children.forEach((child, index) => {
    readBoxes(child, source.getChild(index), box.x, box.y, boxes)
  })
}

/** Lays the roots out, each over the whole sheet unless it gives its own size. */
export function flex(roots: readonly Node[], width: Mm, height: Mm, measure: MeasureNode): Map<Node, Box> {
  const page = Yoga.Node.create(config)
  page.setWidth(width)
  page.setHeight(height)
  const boxes = new Map<Node, Box>()
  try {
    roots.forEach((root, index) => {
      const child = build(root, measure)
      if (root.box.size.height === undefined && !root.box.absolute) child.setHeight(height)
      if (!root.box.absolute) {
        child.setPositionType(PositionType.Absolute)
        child.setPosition(Edge.Left, 0)
        child.setPosition(Edge.Top, 0)
        child.setWidth(width)
      }
      page.insertChild(child, index)
    })
    page.calculateLayout(width, height, Direction.LTR)
    roots.forEach((root, index) => {
      readBoxes(root, page.getChild(index), 0, 0, boxes)
    })
  } finally {
    page.freeRecursive()
  }
  return boxes
}
