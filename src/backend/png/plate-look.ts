// Inks as the gray of their plate. Paper is white and a solid is black, as in the subtractive arithmetic of PDF, where
// blending works on what ink leaves of the light; up to three plates are drawn at once, one in each of R, G and B.
import type { Raster } from '../../model/assets.ts'
import type { Ink } from '../../model/ink.ts'
import type { BlendMode, Output } from '../../model/sheet.ts'
import { AREA, hex, type Look, type ScreenPixels, type Use } from '../svg/look.ts'
import { amountOn, overprints, type PlateInk } from './plate-ink.ts'

/** Drawn together because they always agree on what overprints: cyan, magenta and yellow; or any one plate. */
export type PlateSet = readonly [PlateInk] | readonly [PlateInk, PlateInk, PlateInk]

export function plateLook(plates: PlateSet, output: Output): Look {
  const [first, second = first, third = first] = plates
  const isBlack = first.kind === 'process' && first.channel === 'k'
  const color = (ink: Ink, use: Use): string | undefined => {
    if (!isBlack && overprints(ink, use, output.blackOverprint)) return undefined
    const [r, g, b] = [amountOn(first, ink), amountOn(second, ink), amountOn(third, ink)]
    return r === undefined || g === undefined || b === undefined ? undefined : hex([light(r), light(g), light(b)])
  }
  return {
    id: `plate ${first.kind === 'process' ? first.channel : 'spot'}`,
    color,
    stops: ({ stops }) => {
      const shown = stops.flatMap(({ at, ink, alpha }) => {
        const shade = color(ink, AREA)
        return shade === undefined ? [] : [{ at, color: shade, alpha }]
      })
      return shown.length === stops.length ? shown : undefined
    },
    pixels: raster => platePixels(raster, first),
    blend: mode => blendOn(first, mode),
  }
}

const light = (percent: number): number => 255 - Math.round(percent * 2.55)

/** Pictures are of process inks: elsewhere they knock out. */
function platePixels(raster: Raster, plate: PlateInk): ScreenPixels | undefined {
  if (plate.kind === 'technical') return undefined
  const { alpha, width, height } = raster
  const rgb = new Uint8Array(width * height * 3).fill(255)
  if (plate.kind === 'process') fillLight(rgb, raster, plate.channel === 'k')
  return { rgb, alpha }
}

function fillLight(rgb: Uint8Array, { space, pixels }: Raster, black: boolean): void {
  if (space === 'gray' && !black) return
  for (let pixel = 0; pixel * 3 < rgb.length; pixel++) {
    if (space === 'gray') rgb.fill(pixels[pixel] ?? 255, pixel * 3, pixel * 3 + 3)
    else if (black) rgb.fill(255 - (pixels[pixel * 4 + 3] ?? 0), pixel * 3, pixel * 3 + 3)
    else for (let ink = 0; ink < 3; ink++) rgb[pixel * 3 + ink] = 255 - (pixels[pixel * 4 + ink] ?? 0)
  }
}

const OF_HUE: readonly BlendMode[] = ['hue', 'saturation', 'color']
const KEEPS_NO_PAPER: readonly BlendMode[] = ['difference', 'exclusion']

/** ISO 32000-1 11.3.5.3 (black follows the backdrop or the source) and 11.7.4.2 (spots know only some modes). */
function blendOn(plate: PlateInk, mode: BlendMode): BlendMode | undefined {
  const isWhole = OF_HUE.includes(mode) || mode === 'luminosity'
  if (plate.kind !== 'process') return isWhole || KEEPS_NO_PAPER.includes(mode) ? 'normal' : mode
  if (plate.channel !== 'k' || !isWhole) return mode
  return mode === 'luminosity' ? 'normal' : undefined
}
