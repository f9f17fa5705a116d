// Inks as the luminance of a mask: 0 hides, 1 shows.
import type { Raster } from '../../model/assets.ts'
import { type Ink, lightOf, luminosity } from '../../model/ink.ts'
import { hex, type Look, type ScreenPixels } from './look.ts'
import { smoothStops } from './smooth-stops.ts'

const gray = (light: number): string => {
  const level = Math.round(light * 255)
  return hex([level, level, level])
}

const grayOf = (ink: Ink): string => gray(lightOf(ink))

/** Colours become the light that a luminance mask reads; the inks' own arithmetic, not a proof of them. */
export const LUMINANCE_LOOK: Look = {
  id: 'luminance',
  color: grayOf,
  stops: ({ stops }) => smoothStops(stops, grayOf),
  pixels: luminancePixels,
  blend: mode => mode,
}

/** Everything is white: the luminance of what is drawn is then its alpha, and `mask-type`, which few know, is not needed. */
export const ALPHA_LOOK: Look = {
  id: 'alpha',
  color: () => '#ffffff',
  stops: ({ stops }) => stops.map(({ at, alpha }) => ({ at, color: '#ffffff', alpha })),
  pixels: ({ width, height, alpha }) => ({ rgb: new Uint8Array(width * height * 3).fill(255), alpha }),
  blend: () => 'normal',
}

function luminancePixels({ space, pixels, alpha }: Raster): ScreenPixels {
  const channels = space === 'cmyk' ? 4 : 1
  const rgb = new Uint8Array((pixels.length / channels) * 3)
  const ink = (at: number): number => (pixels[at] ?? 0) / 255
  for (let at = 0, to = 0; at < pixels.length; at += channels, to += 3) {
    const light = space === 'cmyk' ? luminosity(ink(at), ink(at + 1), ink(at + 2), ink(at + 3)) : ink(at)
    rgb.fill(Math.round(light * 255), to, to + 3)
  }
  return { rgb, alpha }
}
