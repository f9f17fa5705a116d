// What a paint of a PDF lays on the plates, as far as its colour space tells.
import type { ColorSpace } from '../../pdf-reader/color-space.ts'
import type { PdfPaint } from '../../pdf-reader/graphics-state.ts'

/** Shares from 0 to 1 by plate; plates that take nothing are absent. */
export type Inks = {
  readonly amounts: ReadonlyMap<string, number>
  /** Plates the paint rules over: they are knocked out where it lays nothing on them. */
  readonly plates: readonly string[]
}

export const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

/** Of so much on each plate, from 0 to 1. */
export const inksFrom = (plates: readonly string[], components: readonly number[]): Inks => ({
  plates,
  amounts: new Map(
    plates.flatMap((plate, index) => {
      const amount = Math.max(0, Math.min(1, components[index] ?? 0))
      return amount > 0 && plate !== 'None' ? [[plate, amount] as const] : []
    }),
  ),
})

/** Undefined when the colour is converted on the way (RGB, Lab, profiles) or is a pattern. */
export function inksOf({ space, components }: PdfPaint): Inks | undefined {
  switch (space.family) {
    case 'DeviceCMYK':
      return inksFrom(PROCESS, components)
    case 'DeviceGray':
      return inksFrom(['Black'], [1 - (components[0] ?? 0)])
    case 'Separation':
      return inksFrom([space.name], components)
    case 'DeviceN':
      return inksFrom(space.names, components)
    case 'ICCBased':
      return space.channels === 4 ? inksFrom(PROCESS, components) : undefined
    case 'CalGray':
    case 'CalRGB':
    case 'Lab':
    case 'DeviceRGB':
    case 'Indexed':
    case 'Pattern':
    case 'Unknown':
      return undefined
  }
}

/** All inks together, as a share: 3.2 is 320 %. */
export const sumOf = ({ amounts }: Inks): number => [...amounts.values()].reduce((sum, amount) => sum + amount, 0)

/** Paper shows: no ink at all, or the white of a screen. */
export function isWhite(paint: PdfPaint): boolean {
  const { space, components } = paint
  const known = inksOf(paint)
  if (known) return known.amounts.size === 0
  const light = space.family === 'DeviceRGB' || space.family === 'CalRGB' || space.family === 'ICCBased'
  return light && components.length > 0 && components.every(component => component === 1)
}

/** Solid black alone, in CMYK, gray or as the Black plate. */
export function isSolidBlack(paint: PdfPaint): boolean {
  const amounts = inksOf(paint)?.amounts
  return amounts?.size === 1 && amounts.get('Black') === 1
}

/** Name of a space for people. */
export const nameOf = (space: ColorSpace): string => {
  if (space.family === 'ICCBased') return `ICC ${space.profile?.space ?? `${space.channels}`}`
  return 'name' in space ? `${space.family} ${space.name}` : space.family
}
