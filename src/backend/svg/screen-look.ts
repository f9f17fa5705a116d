// Inks as a screen shows them: proofed through the output profile, or with the values a brand declares for screens.
import type { Profile, Raster } from '../../model/assets.ts'
import { type BrandColor, inkAt } from '../../model/design.ts'
import { cmyk, type Ink } from '../../model/ink.ts'
import type { Output, Plate } from '../../model/sheet.ts'
import { inkKey } from '../../sheet/walk.ts'
import { hex, type Look, type ScreenPixels, tinted } from './look.ts'
import { smoothStops } from './smooth-stops.ts'

/** @param brand colours whose declared look on a screen replaces the proof; none by default */
export function screenLook(output: Output, profile: Profile, brand: readonly BrandColor[] = []): Look {
  const declared = new Map(brand.map(one => [inkKey(inkAt(one, output)), one.screen.toLowerCase()]))
  const color = (ink: Ink): string => declared.get(inkKey(ink)) ?? proof(ink, output, profile)
  return {
    id: `screen ${profile.sha256}`,
    color,
    stops: ({ stops }) =>
      smoothStops(
        stops,
        ink => color(ink),
        ink => declared.has(inkKey(ink)),
      ),
    pixels: raster => screenPixels(raster, profile),
    blend: mode => mode,
  }
}

function proof(ink: Ink, output: Output, profile: Profile): string {
  switch (ink.kind) {
    case 'cmyk':
      return hex(profile.preview(ink))
    case 'spot':
      return tinted(plateOf(ink, output).screen, ink.tint / 100)
    case 'registration':
      return hex(profile.preview(cmyk(ink.tint, ink.tint, ink.tint, ink.tint)))
  }
}

/** The plate a spot goes to. A spot that the printer's file does not name should never have reached a Sheet. */
export function plateOf(ink: Extract<Ink, { kind: 'spot' }>, output: Output): Plate {
  const plate = ink.role === 'brand' ? output.spots[ink.name] : output.plates[ink.role]
  if (!plate) throw new Error(`no plate for ${ink.role === 'brand' ? ink.name : ink.role}`)
  return plate
}

function screenPixels({ space, pixels, alpha }: Raster, profile: Profile): ScreenPixels {
  return { rgb: space === 'cmyk' ? profile.previewPixels(pixels) : grayRgb(pixels, profile), alpha }
}

function grayRgb(gray: Uint8Array, profile: Profile): Uint8Array {
  const shades = Array.from({ length: 256 }, (_, value) => profile.preview(cmyk(0, 0, 0, ((255 - value) * 100) / 255)))
  const rgb = new Uint8Array(gray.length * 3)
  for (let at = 0; at < gray.length; at++) rgb.set(shades[gray[at] ?? 0] ?? [0, 0, 0], at * 3)
  return rgb
}
