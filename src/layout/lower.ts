// From placed elements to the marks of a Sheet: art first, clipped to what is cut and bled.
import type { Box } from '../model/geometry.ts'
import type { Mark } from '../model/sheet.ts'
import type { Node } from '../template/prepare.ts'
import type { Arrangement } from './arrange.ts'

function lowerNode(node: Node, arrangement: Arrangement): Mark[] {
  const box: Box | undefined = arrangement.boxes.get(node)
  if (!box) return []
  const own = node.prepared.lower(box, arrangement.scaleOf(node), arrangement.rooms.get(node))
  const children = node.children.flatMap(child => lowerNode(child, arrangement))
  const clip = node.prepared.clip?.(box)
  const alt = node.prepared.group?.alt
  if (!clip && alt === undefined && node.id === undefined) return [...own, ...children]
  const marks = [...own, ...children]
  if (marks.length === 0) return []
  return [
    {
      kind: 'group',
      ...(node.id === undefined ? {} : { name: node.id }),
      ...(alt === undefined ? {} : { alt }),
      ...(clip ? { clip: { path: clip, rule: 'nonzero' as const } } : {}),
      marks,
    },
  ]
}

/** The art of a face, in painting order. */
export const lowerNodes = (nodes: readonly Node[], arrangement: Arrangement): Mark[] =>
  nodes.flatMap(node => lowerNode(node, arrangement))
