// The room that shapes leave to a line of text: lines flow around discs, or inside one, at a true distance.
import { flattenPath, type Path, type Point } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Room, RoomAt } from '../template/element.ts'

/** Chords per curve: on a disc of 100 mm radius the error is 0.2 mm, far under the gap of 1 u that grows with the disc. */
const CHORDS = 12

type Outline = readonly Point[]

/** Points every millimetre or so along straight sides, so that their whole length counts. */
function densify(outline: Outline, step: Mm): Outline {
  const points: Point[] = []
  outline.forEach(([ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay]
    const count = Math.min(400, Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step)))
    for (let part = 0; part < count; part += 1) {
      const t = part / count
      points.push([ax + (bx - ax) * t, ay + (by - ay) * t])
    }
  })
  return points
}

const edges = new WeakMap<Path, { readonly step: Mm; readonly points: Outline }>()

/** The points of a shape, made once for all the texts that flow around it. */
function edgeOf(path: Path, step: Mm): Outline {
  const known = edges.get(path)
  if (known?.step === step) return known.points
  const points = densify(flattenPath(path, CHORDS), step)
  edges.set(path, { step, points })
  return points
}

/** The furthest right a line between `top` and `bottom` may go while staying `gap` away from every outline. */
function limitBefore(outlines: readonly Outline[], gap: Mm, top: Mm, bottom: Mm): Mm {
  let limit = Number.POSITIVE_INFINITY
  for (const outline of outlines) {
    for (const [x, y] of outline) {
      const away = y < top ? top - y : y > bottom ? y - bottom : 0
      if (away >= gap) continue
      limit = Math.min(limit, x - Math.sqrt(gap * gap - away * away))
    }
  }
  return limit
}

/** Where the outline is crossed at one height: its leftmost and rightmost x. */
function chord(outline: Outline, y: Mm): Room | undefined {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length] ?? a
    if ((a[1] - y) * (b[1] - y) > 0 || a[1] === b[1]) return
    const x = a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
    left = Math.min(left, x)
    right = Math.max(right, x)
  })
  return left > right ? undefined : { left, right }
}

/** Lines whose room is kept: those of a text at a few sizes. */
const KEPT_LINES = 60

export type Surroundings = {
  readonly avoid: readonly Path[]
  readonly within: readonly Path[]
  readonly gap: Mm
  readonly left: Mm
  readonly right: Mm
}

/** The room of a text box from `left` to `right` among shapes to keep clear of and shapes to stay in. */
export function roomAmong({ avoid, within, gap, left, right }: Surroundings): RoomAt {
  const around = avoid.map(path => edgeOf(path, Math.max(0.5, gap / 3)))
  const inside = within.map(path => flattenPath(path, CHORDS))
  const free = (top: Mm, bottom: Mm): Room => {
    let room: Room = { left, right: Math.min(right, limitBefore(around, gap, top, bottom)) }
    for (const outline of inside) {
      const [high, low] = [chord(outline, top), chord(outline, bottom)]
      if (!high || !low) return { left, right: left }
      room = {
        left: Math.max(room.left, high.left + gap, low.left + gap),
        right: Math.min(room.right, high.right - gap, low.right - gap),
      }
    }
    return room
  }
  // A text asks for the same few lines again each time it is measured.
  const known: { readonly top: Mm; readonly bottom: Mm; readonly room: Room }[] = []
  return (top, bottom) => {
    for (const line of known) if (line.top === top && line.bottom === bottom) return line.room
    const room = free(top, bottom)
    if (known.length >= KEPT_LINES) known.shift()
    known.push({ top, bottom, room })
    return room
  }
}
