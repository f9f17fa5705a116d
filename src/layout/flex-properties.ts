// What Yoga is told of a box: each property of an element, and how it goes from one element to the next.
import { Align, Edge, FlexDirection, Gutter, Justify, PositionType, Wrap, type Node as YogaNode } from 'yoga-layout'
import type { Node } from '../template/prepare.ts'
import type { Size } from '../template/resolved-box.ts'

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

const yogaSize = (size: Size | undefined): YogaSize | undefined =>
  typeof size === 'object' ? `${size.percent}%` : size

/** A limit or a padding cannot be `auto`. */
const fixedSize = (size: Size | undefined): number | `${number}%` | undefined => {
  const value = yogaSize(size)
  return value === 'auto' ? undefined : value
}

/** One property of a box, and how Yoga is told. */
type Property = {
  of(node: Node): YogaSize | undefined
  /** Brings a target from one element to the next; false when what was said cannot be unsaid. */
  update(target: YogaNode, node: Node, before: Node | undefined): boolean
}

function property<T extends YogaSize>(
  of: (node: Node) => T | undefined,
  set: (target: YogaNode, value: T) => void,
): Property {
  return {
    of,
    update(target, node, before) {
      const value = of(node)
      const known = before && of(before)
      if (value === known) return true
      if (value === undefined) return false
      set(target, value)
      return true
    },
  }
}

/** No property keeps Yoga's own value where none is given: an element that loses one is built anew. */
const PROPERTIES: readonly Property[] = [
  property(
    ({ box, prepared }) => yogaSize(box.size.width ?? prepared.style?.width),
    (target, value) => target.setWidth(value),
  ),
  property(
    ({ box, prepared }) => yogaSize(box.size.height ?? prepared.style?.height),
    (target, value) => target.setHeight(value),
  ),
  property(
    ({ box }) => fixedSize(box.size.minWidth),
    (target, value) => target.setMinWidth(value),
  ),
  property(
    ({ box }) => fixedSize(box.size.maxWidth),
    (target, value) => target.setMaxWidth(value),
  ),
  property(
    ({ box }) => fixedSize(box.size.minHeight),
    (target, value) => target.setMinHeight(value),
  ),
  property(
    ({ box }) => fixedSize(box.size.maxHeight),
    (target, value) => target.setMaxHeight(value),
  ),
  property(
    ({ box, prepared }) => (box.absolute || prepared.style?.position ? PositionType.Absolute : undefined),
    (target, value) => target.setPositionType(value),
  ),
  ...SIDES.flatMap(side => [
    property(
      ({ box }) => yogaSize(box.margin[side]),
      (target, value) => target.setMargin(EDGES[side], value),
    ),
    property(
      ({ box }) => fixedSize(box.padding[side]),
      (target, value) => target.setPadding(EDGES[side], value),
    ),
    property(
      ({ box, prepared }) => fixedSize(box.inset[side] ?? prepared.style?.position?.[side]),
      (target, value) => target.setPosition(EDGES[side], value),
    ),
  ]),
  property(
    ({ prepared }) => (prepared.style?.direction === 'row' ? FlexDirection.Row : FlexDirection.Column),
    (target, value) => target.setFlexDirection(value),
  ),
  property(
    ({ box }) => box.grow,
    (target, value) => target.setFlexGrow(value),
  ),
  property(
    ({ box }) => box.shrink,
    (target, value) => target.setFlexShrink(value),
  ),
  property(
    ({ box }) => (box.grow > 0 && box.shrink > 0 ? 0 : undefined),
    (target, value) => target.setFlexBasis(value),
  ),
  property(
    ({ box }) => (box.gap > 0 ? box.gap : undefined),
    (target, value) => target.setGap(Gutter.All, value),
  ),
  property(
    ({ box }) => box.align && ALIGN[box.align],
    (target, value) => target.setAlignItems(value),
  ),
  property(
    ({ box }) => box.justify && JUSTIFY[box.justify],
    (target, value) => target.setJustifyContent(value),
  ),
  property(
    ({ box }) => box.self && ALIGN[box.self],
    (target, value) => target.setAlignSelf(value),
  ),
  property(
    ({ box }) => (box.wrap ? Wrap.Wrap : undefined),
    (target, value) => target.setFlexWrap(value),
  ),
]

/** Tells all that differs from what was said before; false when something would have to be unsaid. */
export const updateProperties = (target: YogaNode, node: Node, before: Node | undefined): boolean =>
  PROPERTIES.every(({ update }) => update(target, node, before))

/** All that Yoga is told of an element, in one text. */
export const toldOf = (node: Node): string => PROPERTIES.map(({ of }) => of(node)).join()
