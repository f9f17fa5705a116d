// Inks as the gray of a soft mask: 0 hides, 1 shows.
import type { Raster } from '../../model/assets.ts'
import { type Ink, lightOf, luminosity, type Stop } from '../../model/ink.ts'
import type { Color, Ramp } from './color.ts'
import type { Look } from './look.ts'

/** The gray is worked out here and not by the RIP, so that no colour management stands between a mask and its meaning. */
const grayLook = (light: (ink: Ink) => number, raster: Look['raster']): Look => {
  const color = (ink: Ink): Color => ({ space: 'DeviceGray', values: [light(ink)] })
  const ramp = (stops: readonly Stop[]): Ramp => ({
    space: 'DeviceGray',
    stops: stops.map(({ at, ink, alpha }) => ({ at, alpha, values: [light(ink)] })),
  })
  const look: Look = { kind: 'mask', color, ramp, raster, weaker: () => look }
  return look
}

export const LUMINANCE_LOOK = grayLook(lightOf, luminanceRaster)

/** Everything is white on the black that a mask starts with: its light is then its alpha. */
export const ALPHA_LOOK = grayLook(() => 1, alphaRaster)

const luminances = new WeakMap<Raster, Raster>()

function luminanceRaster(raster: Raster): Raster {
  if (raster.space === 'gray') return raster
  const known = luminances.get(raster)
  if (known) return known
  const { pixels } = raster
  const ink = (at: number): number => (pixels[at] ?? 0) / 255
  const gray = Uint8Array.from({ length: raster.width * raster.height }, (_, pixel) => {
    const at = pixel * 4
    return Math.round(luminosity(ink(at), ink(at + 1), ink(at + 2), ink(at + 3)) * 255)
  })
  const made: Raster = { ...raster, id: `${raster.id} as light`, space: 'gray', pixels: gray }
  luminances.set(raster, made)
  return made
}

const alphas = new WeakMap<Raster, Raster>()

function alphaRaster(raster: Raster): Raster {
  const known = alphas.get(raster)
  if (known) return known
  const white = new Uint8Array(raster.width * raster.height).fill(255)
  const made: Raster = { ...raster, id: `${raster.id} as alpha`, space: 'gray', pixels: white }
  alphas.set(raster, made)
  return made
}
