// Inks and gradients as the current colour, and the rule by which small black overprints.
import { type Gradient, isBlackOnly, type Paint } from '../../model/ink.ts'
import type { Mm } from '../../model/length.ts'
import { isInk } from '../../model/sheet.ts'
import type { Overprint } from './canvas.ts'
import type { Color } from './color.ts'
import type { Drawing } from './drawing.ts'
import { isPoint, shadingPattern } from './gradient.ts'
import { numbers } from './number.ts'

export type Side = 'fill' | 'stroke'

export function setPaint(paint: Paint, side: Side, drawing: Drawing): void {
  const color = solidColor(paint, drawing)
  if (color) setColor(color, side, drawing)
  else if (!isInk(paint)) setGradient(paint, side, drawing)
}

/** A gradient without length is its last stop. */
function solidColor(paint: Paint, { look }: Drawing): Color | undefined {
  if (isInk(paint)) return look.color(paint)
  if (!isPoint(paint)) return undefined
  const { space, stops } = look.ramp(paint.stops)
  return { space, values: stops.at(-1)?.values ?? [] }
}

function setColor({ space, values }: Color, side: Side, { canvas }: Drawing): void {
  const components = numbers(values)
  const isFill = side === 'fill'
  if (space === 'DeviceCMYK') canvas.set(side, `${components} ${isFill ? 'k' : 'K'}`)
  else if (space === 'DeviceGray') canvas.set(side, `${components} ${isFill ? 'g' : 'G'}`)
  else {
    const name = canvas.resources.use('ColorSpace', space)
    canvas.set(side, isFill ? `${name} cs ${components} scn` : `${name} CS ${components} SCN`)
  }
}

function setGradient(gradient: Gradient, side: Side, { file, canvas, look, matrix }: Drawing): void {
  const pattern = shadingPattern(file, gradient, look.ramp(gradient.stops), matrix)
  const name = canvas.resources.use('Pattern', pattern)
  canvas.set(side, side === 'fill' ? `/Pattern cs ${name} scn` : `/Pattern CS ${name} SCN`)
}

/**
 * Plates always overprint, whatever is under them. In art, solid black that is small enough does, so that no white edge
 * shows when plates shift (GWG 2022 R0009, R0010); a gray would let colours through and paper would vanish: they knock out.
 */
export function overprintOf(side: Side, paint: Paint, size: Mm, limit: Mm, { look, enlargement }: Drawing): Overprint {
  if (look.kind === 'plate') return 'both'
  const isSmallBlack = look.kind === 'art' && isSolidBlack(paint) && size * enlargement < limit
  return isSmallBlack ? side : 'none'
}

const isSolidBlack = (paint: Paint): boolean => paint.kind === 'cmyk' && isBlackOnly(paint) && paint.k === 100
