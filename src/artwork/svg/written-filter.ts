// A filter as the renderer of effects gets it, and the numbers it is written with.
import type { Box } from '../../model/geometry.ts'

export type Filter = {
  /** The primitives, as SVG. */
  readonly markup: string
  /** Where it draws, in the element's user space. */
  readonly region: Box
  /** Operations a pixel costs, and those it costs by the square of the pixels in one unit. */
  readonly cost: number
  readonly areaCost: number
}

const MOST = 1e7

/** Whether a number is written as it is. */
export const isWritable = (value: number): boolean => Math.abs(value) <= MOST

/** Numbers that any reader of SVG understands: no exponent, within reason. */
export const print = (value: number): string => {
  const bounded = Math.max(-MOST, Math.min(MOST, value))
  return String(Math.round(bounded * 1e5) / 1e5 + 0)
}
