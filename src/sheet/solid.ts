// What counts as solid. An opacity that is the same all over a mark is a tint, which has an edge like any other colour; one
// that varies from place to place (a blurred shadow, a fade) is soft, and where it is soft a solid plate has no edge to keep.
import { type Ink, lightOf } from '../model/ink.ts'

/** What is asked of a paint: that it lays ink (paper white too), or how much light it lets through a mask. */
export type Measure = 'ink' | 'light'

/** Where opacity varies, the share from which a place is solid. */
export const SOLID = 0.9

/** Below this nothing is seen. With soft places kept, they are kept from here on. */
export const FAINT = 0.05

/** An opacity of nothing at all: the mark is not there. */
export const NOTHING = 0.004

export const coverOf = (ink: Ink, measure: Measure): number => (measure === 'ink' ? 1 : lightOf(ink))

/** Values that differ by less than this are the same value, rounded. */
const SAME = 0.01

export const isFlat = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) <= SAME
