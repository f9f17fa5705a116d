// Rings that have nothing to do with each other, apart: ten thousand letters are as many small sums instead of a large one.
/** Corners in micrometres. */
type Ring = readonly { readonly x: number; readonly y: number }[]

type Boxed = { readonly box: RingBox; readonly group: number }

/** In micrometres, as the rings are. */
type RingBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

function ringBox(ring: Ring): RingBox {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of ring) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left, top, right, bottom }
}

/** Whose group each group has joined; paths are halved on the way. */
function rootOf(groups: number[], group: number): number {
  let at = group
  for (let up = groups[at] ?? at; up !== at; up = groups[at] ?? at) {
    groups[at] = groups[up] ?? up
    at = up
  }
  return at
}

/**
 * Groups of rings whose boxes come nearer to each other than a distance, a ring and its holes always together. What a
 * group covers, and all that is nearer to it than half of that distance, depends on no other group.
 * @param reach micrometres
 */
export function clustersOf<R extends Ring>(rings: readonly R[], reach = 0): R[][] {
  const boxed = rings
    .map((ring, group): Boxed => ({ box: ringBox(ring), group }))
    .sort((a, b) => a.box.left - b.box.left || a.group - b.group)
  const groups = rings.map((_, group) => group)
  let open: Boxed[] = []
  for (const each of boxed) {
    const { left, top, bottom } = each.box
    open = open.filter(({ box }) => box.right + reach >= left)
    for (const { box, group } of open) {
      if (box.top <= bottom + reach && box.bottom + reach >= top) {
        const [one, other] = [rootOf(groups, group), rootOf(groups, each.group)]
        // The first ring names its group, so that the order of groups is that of the drawing.
        groups[Math.max(one, other)] = Math.min(one, other)
      }
    }
    open.push(each)
  }
  const clusters = new Map<number, R[]>()
  rings.forEach((ring, index) => {
    const root = rootOf(groups, index)
    const cluster = clusters.get(root)
    if (cluster) cluster.push(ring)
    else clusters.set(root, [ring])
  })
  return [...clusters.values()]
}
