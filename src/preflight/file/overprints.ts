// Whether a painted thing leaves the plates it does not use as they are (ISO 32000-1 8.6.7).
import type { Painted } from '../../pdf-reader/painted.ts'

export function overprints(item: Painted): boolean {
  const strokes = (item.kind === 'path' || item.kind === 'text') && item.stroke !== undefined
  const fills = item.kind === 'image' || item.kind === 'shading' || item.fill !== undefined
  return item.overprintMode === 1 && (!strokes || item.overprintStroke) && (!fills || item.overprintFill)
}
