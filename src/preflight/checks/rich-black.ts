// What a rich black is: black with a share of other inks that shows when plates shift.
import type { Cmyk } from '../../model/ink.ts'

/** GWG 2022 R0015: black from this much. */
export const BLACK = 85
/** A cast this pale leaves no rim anyone sees: what the shift uncovers is under a fifth of a solid. */
const CAST = 20

export const percent = (ink: Cmyk): string => [ink.c, ink.m, ink.y, ink.k].map(share => Math.round(share)).join('/')

/** Black with a cast that shows around anything thin. */
export const isCast = ({ c, m, y, k }: Cmyk): boolean => k >= BLACK && Math.max(c, m, y) > CAST
