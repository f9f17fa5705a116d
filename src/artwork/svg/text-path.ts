// Text along a path: where each glyph stands and how it turns (SVG 2, 11.8).
import { flattenPath, type Path, type Point } from '../../model/geometry.ts'

export type Track = {
  readonly length: number
  /** The point at a distance along the path, and the direction there in degrees; nothing off its ends. */
  at(distance: number): { readonly point: Point; readonly angle: number } | undefined
}

type Piece = { readonly from: Point; readonly to: Point; readonly start: number; readonly length: number }

const CHORDS = 48

export function trackOf(path: Path): Track {
  const pieces: Piece[] = []
  let total = 0
  let at: Point = [0, 0]
  let start: Point = [0, 0]
  const to = (point: Point): void => {
    const dx = point[0] - at[0]
    const dy = point[1] - at[1]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length > 0) pieces.push({ from: at, to: point, start: total, length })
    total += length
    at = point
  }
  for (const segment of path) {
    if (segment[0] === 'M') {
      at = [segment[1], segment[2]]
      start = at
    } else if (segment[0] === 'Z') to(start)
    else for (const point of flattenPath([['M', ...at], segment], CHORDS).slice(1)) to(point)
  }
  return {
    length: total,
    at(distance) {
      if (distance < 0 || distance > total) return undefined
      const piece = find(pieces, distance)
      if (!piece) return undefined
      const share = (distance - piece.start) / piece.length
      const dx = piece.to[0] - piece.from[0]
      const dy = piece.to[1] - piece.from[1]
      const angle = Math.round((Math.atan2(dy, dx) * 180e9) / Math.PI) / 1e9
      return { point: [piece.from[0] + dx * share, piece.from[1] + dy * share], angle }
    },
  }
}

/** The last piece that starts at or before a distance. */
function find(pieces: readonly Piece[], distance: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.start ?? 0) <= distance) low = middle
    else high = middle - 1
  }
  return pieces[low]
}
