// What vectors cannot say, as pixels: drawn alone by resvg from SVG of our own, at 600 pixels an inch of its printed size.
import { createHash } from 'node:crypto'
import type { Profile, Raster } from '../../model/assets.ts'
import type { Box } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import type { Effect } from '../artwork.ts'
import type { Pixels } from '../decode.ts'
import { makeEffectCache } from '../effect-cache.ts'
import { separate } from '../separate.ts'
import { type Markup, placeholder } from './markup.ts'
import { print } from './written-filter.ts'

const PPI = 600
const MM_PER_INCH = 25.4
/** Larger ones are drawn with fewer pixels an inch: four hundred megabytes would serve no eye. */
const MAX_PIXELS = 25_000_000
/** Operations of all filters on all pixels: some seconds. */
const MAX_WORK = 4_000_000_000

export type Cost = {
  /** Operations for a pixel, and those by the square of the pixels in a unit. */
  readonly cost: number
  readonly areaCost: number
  /** The largest region of a filter, in the artwork's square units: the renderer holds it whole, seen or not. */
  readonly area: number
}

/** Pixels of a region of the artwork printed at a size. */
export function effectPixels(
  region: Box,
  width: Mm,
  height: Mm,
  { cost, areaCost, area }: Cost,
): { readonly width: number; readonly height: number } {
  let ppi = PPI
  const workAt = (density: number): number => {
    const spread = Math.max(1, area / (region.width * region.height))
    const pixels = (spread * width * height * density * density) / (MM_PER_INCH * MM_PER_INCH)
    const perUnit = (density * width) / MM_PER_INCH / region.width
    return Math.max(pixels / MAX_PIXELS, (pixels * (cost + areaCost * perUnit * perUnit)) / MAX_WORK)
  }
  while (workAt(ppi) > 1 && ppi > 1e-3) ppi = ppi * 0.9
  const pixelsOf = (length: Mm): number => Math.max(1, Math.round((length / MM_PER_INCH) * ppi))
  return { width: pixelsOf(width), height: pixelsOf(height) }
}

export type Drawing = {
  readonly markup: Markup
  /** What is seen of the artwork, in its units. */
  readonly region: Box
  readonly cost: Cost
  /** Pictures as data URLs, by raster. */
  picture(raster: string): Promise<string>
}

/** The effect and the id its marks go by. */
export function makeEffect(drawing: Drawing, profile: Profile): { readonly id: string; readonly effect: Effect } {
  const { markup, region, cost } = drawing
  const { x, y, width, height } = region
  const view = [x, y, width, height].map(print).join(' ')
  const hash = createHash('sha256').update(`${view} ${markup.body}`).digest('hex').slice(0, 24)
  const id = `effect-${hash}`
  const kept = makeEffectCache()
  return {
    id,
    effect: {
      render(wide, tall) {
        const size = effectPixels(region, wide, tall, cost)
        return kept(size.width, size.height, () => drawAt(size))
      },
    },
  }

  async function drawAt(size: { readonly width: number; readonly height: number }): Promise<Raster> {
    let body = markup.body
    for (const raster of markup.rasters) body = body.replaceAll(placeholder(raster), await drawing.picture(raster))
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" height="${size.height}" viewBox="${view}" preserveAspectRatio="none">${body}</svg>`
    const picture = { bytes: new Uint8Array(), ...size, space: 'rgb', hasAlpha: true } as const
    return (await separate(picture, await draw(svg), profile, 'logo')).value
  }
}

async function draw(svg: string): Promise<Pixels> {
  // Opened only when an effect is met: it is a library of several megabytes.
  const { Resvg } = await import('@resvg/resvg-js')
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width, height, ...straight(pixels, width) }
}

/** Colours freed of their alpha. Where nothing is seen they go on from their neighbour: no fringe when a press interpolates. */
function straight(premultiplied: Uint8Array, width: number): { pixels: Uint8Array; alpha: Uint8Array } {
  const count = premultiplied.length / 4
  const pixels = new Uint8Array(count * 3).fill(255)
  const alpha = new Uint8Array(count)
  for (let row = 0; row < count; row += width) {
    for (let at = row; at < row + width; at++) colorPixel(at, at > row ? at - 1 : undefined)
    for (let at = row + width - 2; at >= row; at--)
      if (alpha[at] === 0 && alpha[at + 1] !== 0 && isWhite(at)) pixels.copyWithin(at * 3, at * 3 + 3, at * 3 + 6)
  }
  return { pixels, alpha }

  function colorPixel(at: number, before: number | undefined): void {
    const share = premultiplied[at * 4 + 3] ?? 0
    alpha[at] = share
    if (share === 0) {
      if (before !== undefined) pixels.copyWithin(at * 3, before * 3, before * 3 + 3)
      return
    }
    for (let channel = 0; channel < 3; channel++)
      pixels[at * 3 + channel] = Math.min(255, Math.round(((premultiplied[at * 4 + channel] ?? 0) * 255) / share))
  }

  function isWhite(at: number): boolean {
    return pixels[at * 3] === 255 && pixels[at * 3 + 1] === 255 && pixels[at * 3 + 2] === 255
  }
}
