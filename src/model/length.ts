// Lengths: the product knows one unit, the millimetre; others enter and leave by name.

/** A length in millimetres. */
export type Mm = number

const MM_PER_INCH = 25.4
const PT_PER_INCH = 72

/** Points to millimetres (1 pt = 1/72 inch). */
export const fromPt = (pt: number): Mm => (pt * MM_PER_INCH) / PT_PER_INCH

/** Millimetres to points. Only backends and messages that speak of type sizes need it. */
export const toPt = (mm: Mm): number => (mm * PT_PER_INCH) / MM_PER_INCH

/** Millimetres to whole pixels at a resolution, as every raster output of ours rounds it. */
export const toPx = (mm: Mm, dpi: number): number => Math.round((mm / MM_PER_INCH) * dpi)

/** Rounds to the Sheet's grid of 0.001 mm; never returns -0. */
export const roundMm = (mm: Mm): Mm => Math.round(mm * 1000) / 1000 + 0
