// What a group does to its content as a whole: opacity, mask, blend; and whether it needs a transparency group for it.
import type { Paint } from '../../model/ink.ts'
import { type BlendMode, type GroupMark, isInk, type Mark } from '../../model/sheet.ts'
import { paintsOf, walk } from '../../sheet/walk.ts'

/** `state`: said of the one thing inside. `group`: its content is drawn apart, then laid down as one. */
export type Effect = 'none' | 'state' | 'group'

export function effectOf(group: GroupMark): Effect {
  const { opacity = 1, mask, blend = 'normal', isolated = false } = group
  if (mask) return 'group'
  if (opacity === 1 && blend === 'normal') return isolated && blends(group.marks) ? 'group' : 'none'
  return isOneThing(group.marks) ? 'state' : 'group'
}

/** Isolation only shows where something inside blends with what is under it. */
function blends(marks: readonly Mark[]): boolean {
  for (const { mark } of walk(marks)) if (mark.kind === 'group' && (mark.blend ?? 'normal') !== 'normal') return true
  return false
}

/** One opaque paint, laid once: nothing inside lies over anything else, and no soft mask is at work. */
function isOneThing(marks: readonly Mark[]): boolean {
  const [mark, ...others] = marks
  if (!mark || others.length > 0) return false
  switch (mark.kind) {
    case 'path':
      return !(mark.fill && mark.stroke) && paintsOf(mark).every(isOpaque)
    case 'glyphs':
      return isOpaque(mark.fill)
    case 'image':
      return true
    case 'group':
      return false
  }
}

const isOpaque = (paint: Paint): boolean => isInk(paint) || paint.stops.every(({ alpha }) => alpha === 1)

/** `color-dodge` is `ColorDodge` in PDF. */
export const blendName = (mode: BlendMode): string =>
  mode
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
