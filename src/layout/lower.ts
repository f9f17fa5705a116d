// From placed elements to the marks of a Sheet: art first, clipped to what is cut and bled.
import type { Box } from '../model/geometry.ts'
import type { Mark } from '../model/sheet.ts'
import type { Node } from '../template/prepare.ts'
import type { Arrangement } from './arrange.ts'

function lowerNode(node: Node, arrangement: Arrangement, found: Mark[]): void {
  const box: Box | undefined = arrangement.boxes.get(node)
  if (!box) return
  const { prepared, id } = node
  const clip = prepared.clip?.(box)
  const alt = prepared.group?.alt
  const grouped = clip !== undefined || alt !== undefined || id !== undefined
  const marks = grouped ? [] : found
  marks.push(...prepared.lower(box, arrangement.scaleOf(node), arrangement.rooms.get(node)))
  for (const child of node.children) lowerNode(child, arrangement, marks)
  if (!grouped || marks.length === 0) return
  found.push({
    kind: 'group',
    ...(id === undefined ? {} : { name: id }),
    ...(alt === undefined ? {} : { alt }),
    ...(clip ? { clip: { path: clip, rule: 'nonzero' as const } } : {}),
    marks,
  })
}

/** The art of a face, in painting order. */
export function lowerNodes(nodes: readonly Node[], arrangement: Arrangement): Mark[] {
  const marks: Mark[] = []
  for (const node of nodes) lowerNode(node, arrangement, marks)
  return marks
}
