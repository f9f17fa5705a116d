// The rooms of the texts of a sheet among its shapes. A room that did not change stays the same object from one pass and one
// try to the next, so that its text need not be measured again.
import { type Box, type Path, type Segment, sameBox } from '../model/geometry.ts'
import type { Flow, Prepared, RoomAt } from '../template/element.ts'
import type { Node } from '../template/prepare.ts'
import { roomAmong, type Surroundings } from './room.ts'

/** The room of each text that flows around or inside shapes, for the boxes of the last pass. */
export type Rooms = (all: readonly Node[], boxes: ReadonlyMap<Node, Box>) => ReadonlyMap<Node, RoomAt>

type Same<T> = (a: T, b: T | undefined) => boolean

const sameItems = <T>(a: readonly T[], b: readonly T[] | undefined, same: Same<T> = Object.is): boolean =>
  a.length === b?.length && a.every((item, index) => same(item, b[index]))

const sameSegment: Same<Segment> = (a, b) => sameItems<string | number>(a, b)

const samePath: Same<Path> = (a, b) => sameItems(a, b, sameSegment)

const sameSurroundings = (a: Surroundings, b: Surroundings): boolean =>
  a.gap === b.gap &&
  a.left === b.left &&
  a.right === b.right &&
  sameItems(a.avoid, b.avoid) &&
  sameItems(a.within, b.within)

const flowsAround = ({ avoid, within }: Flow): boolean => avoid.length > 0 || within !== undefined

/** Ids of the shapes that a text flows around, or inside. */
const shapesFor = (flow: Flow | undefined): readonly string[] =>
  flow ? [...flow.avoid, ...(flow.within === undefined ? [] : [flow.within])] : []

type Outlines = NonNullable<Prepared['outlines']>

/** A shape as it was last drawn. */
type Shape = { outlines: Outlines; box: Box; readonly paths: readonly Path[] }

/** Shapes of one id, and rooms of one text, kept: a ladder tries a few, and tries them again for the next kit. */
const KEPT = 16

/** The things of one key, the oldest first. */
function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key) ?? []
  lists.set(key, known)
  return known
}

function keep<T>(list: T[], item: T): void {
  if (list.length >= KEPT) list.shift()
  list.push(item)
}

export function openRooms(): Rooms {
  const shapes = new Map<string, Shape[]>()
  const rooms = new Map<string, { readonly among: Surroundings; readonly room: RoomAt }[]>()
  /** Shapes by their id, as they were where they have not moved. */
  const shapesOf = (all: readonly Node[], boxes: ReadonlyMap<Node, Box>, wanted: ReadonlySet<string>) => {
    const found = new Map<string, readonly Path[]>()
    for (const node of all) {
      const box = boxes.get(node)
      const { outlines } = node.prepared
      if (node.id === undefined || !wanted.has(node.id) || !box || !outlines) continue
      found.set(node.id, pathsOf(node.id, outlines, box))
    }
    return found
  }
  const pathsOf = (id: string, outlines: Outlines, box: Box): readonly Path[] => {
    const known = listOf(shapes, id)
    const there = known.find(shape => shape.outlines === outlines && sameBox(shape.box, box))
    if (there) return there.paths
    const paths = outlines(box)
    const alike = known.find(shape => sameItems(paths, shape.paths, samePath))
    if (!alike) keep(known, { outlines, box, paths })
    else Object.assign(alike, { outlines, box })
    return alike?.paths ?? paths
  }
  const roomFor = (path: string, among: Surroundings): RoomAt => {
    const known = listOf(rooms, path)
    const there = known.find(kept => sameSurroundings(kept.among, among))
    if (there) return there.room
    const room = roomAmong(among)
    keep(known, { among, room })
    return room
  }
  return (all, boxes) => {
    const flowing = all.filter(({ prepared }) => prepared.flow && flowsAround(prepared.flow))
    const found = new Map<Node, RoomAt>()
    if (flowing.length === 0) return found
    const outlines = shapesOf(all, boxes, new Set(flowing.flatMap(({ prepared }) => shapesFor(prepared.flow))))
    for (const node of flowing) {
      const flow = node.prepared.flow
      const box = boxes.get(node)
      if (!flow || !box) continue
      const avoid = flow.avoid.flatMap(id => outlines.get(id) ?? [])
      const within = flow.within === undefined ? [] : (outlines.get(flow.within) ?? [])
      found.set(node, roomFor(node.path, { avoid, within, gap: flow.gap, left: box.x, right: box.x + box.width }))
    }
    return found
  }
}
