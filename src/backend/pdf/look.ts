// How inks are laid: as art, as one technical plate, or as the gray of a soft mask.
import type { Raster } from '../../model/assets.ts'
import type { Ink, Stop } from '../../model/ink.ts'
import type { Output } from '../../model/sheet.ts'
import type { Color, Ramp } from './color.ts'
import { inkRamp } from './ink-ramp.ts'
import type { PdfFile } from './pdf-file.ts'
import { plateOf, registration, separation } from './separation.ts'

export type Look = {
  readonly kind: 'art' | 'plate' | 'mask'
  color(ink: Ink): Color
  ramp(stops: readonly Stop[]): Ramp
  /** The pixels to draw instead of these. */
  raster(raster: Raster): Raster
  /** A look where everything is this much weaker; only a plate has one, where transparency is not allowed. */
  weaker(share: number): Look
}

const percents = (values: readonly number[]): readonly number[] => values.map(value => value / 100)

function inkColor(ink: Ink, file: PdfFile, output: Output): Color {
  switch (ink.kind) {
    case 'cmyk':
      return { space: 'DeviceCMYK', values: percents([ink.c, ink.m, ink.y, ink.k]) }
    case 'spot':
      return { space: separation(file, plateOf(ink, output)), values: percents([ink.tint]) }
    case 'registration':
      return { space: registration(file), values: percents([ink.tint]) }
  }
}

export function artLook(file: PdfFile, output: Output): Look {
  const look: Look = {
    kind: 'art',
    color: ink => inkColor(ink, file, output),
    ramp: stops => inkRamp(stops, file, output),
    raster: raster => raster,
    weaker: () => look,
  }
  return look
}

const thinned = <T extends { readonly values: readonly number[] }>(thing: T, share: number): T => ({
  ...thing,
  values: thing.values.map(value => value * share),
})

/** One technical ink, by tint alone: what is half transparent lays half the ink. */
export function plateLook(file: PdfFile, output: Output, share = 1): Look {
  return {
    kind: 'plate',
    color: ink => thinned(inkColor(ink, file, output), share),
    ramp(stops) {
      const ramp = inkRamp(stops, file, output)
      return { ...ramp, stops: ramp.stops.map(stop => ({ ...thinned(stop, share * stop.alpha), alpha: 1 })) }
    },
    raster: () => {
      throw new Error('a technical plate holds no pixels')
    },
    weaker: factor => plateLook(file, output, share * factor),
  }
}
