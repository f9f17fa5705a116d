// The inks of a picture's pixels, and how opaque each is: palettes, masks, stencils, and colours to be converted.
import { type ColorSpace, channelsOf } from '../../../pdf-reader/color-space.ts'
import { asArray, asNumber, asStream, type PdfObject, type PdfStream } from '../../../pdf-reader/object.ts'
import type { Objects } from '../../../pdf-reader/objects.ts'
import type { PaintedImage } from '../../../pdf-reader/painted.ts'
import type { Inks } from '../inks.ts'
import type { PressColors } from '../press-colors.ts'
import type { Jpegs } from './jpegs.ts'
import { entryOf, plainSamples, type Samples, tableOf } from './samples.ts'

/** Inks of a pixel; `alpha` from 0 to 1 where something shows through. */
export type PixelInks = { readonly inks: Inks; readonly alpha: number }

export type ImageInks = {
  /** `u` from the left and `v` from the top, from 0 to 1. */
  at(u: number, v: number): PixelInks | undefined
}

export type ImageSources = { readonly objects: Objects; readonly jpegs: Jpegs; readonly colors: PressColors }

type At<T> = (u: number, v: number) => T

/** Undefined for what is not measured: JPX, JBIG2 and CCITT, damaged pictures, colours that nothing converts. */
export function imageInks(item: PaintedImage, sources: ImageSources): ImageInks | undefined {
  const { stream, space, fill } = item
  const { objects, colors } = sources
  if (fill) {
    const inks = colors(fill)
    const alpha = stencilOf(stream, sources)
    return inks && alpha && { at: (u, v) => ({ inks, alpha: alpha(u, v) }) }
  }
  if (!space || !converts(space, colors)) return undefined
  const samples = samplesOf(stream, channelsOf(space), sources)
  const masked = samples && alphaOf(stream, samples, sources)
  if (!samples || !masked) return undefined
  const paint = paintReader(space, samples, decodeOf(stream, objects), sources)
  return {
    at: (u, v) => {
      const inks = paint(u, v)
      return inks && { inks, alpha: masked(u, v) }
    },
  }
}

/** Whether colours of a space become inks at all. */
function converts(space: ColorSpace, colors: PressColors): boolean {
  const painted = space.family === 'Indexed' ? space.base : space
  return colors({ space: painted, components: new Array<number>(channelsOf(painted)).fill(0) }) !== undefined
}

function samplesOf(stream: PdfStream, channels: number, { objects, jpegs }: ImageSources): Samples | undefined {
  const samples = jpegs.get(stream) ?? plainSamples(stream, channels, objects)
  return samples?.channels === channels ? samples : undefined
}

const placeIn = ({ width, height }: Samples, u: number, v: number): readonly [number, number] => [
  Math.min(width - 1, Math.max(0, Math.floor(u * width))),
  Math.min(height - 1, Math.max(0, Math.floor(v * height))),
]

const decodeOf = (stream: PdfStream, objects: Objects): readonly number[] | undefined =>
  objects.items(entryOf(stream, objects, 'Decode', 'D'))?.map(value => asNumber(value) ?? 0)

/** What samples from 0 to the highest stand for when the picture does not say (table 90). */
function rangesOf(space: ColorSpace, channels: number, highest: number): readonly number[] {
  if (space.family === 'Indexed') return [0, highest]
  if (space.family === 'Lab') return [0, 100, ...space.range]
  return Array.from({ length: channels }, () => [0, 1]).flat()
}

function paintReader(
  space: ColorSpace,
  samples: Samples,
  decode: readonly number[] | undefined,
  { objects, colors }: ImageSources,
): At<Inks | undefined> {
  const { channels, highest } = samples
  const ranges = decode?.length === 2 * channels ? decode : rangesOf(space, channels, highest)
  const componentsAt = (u: number, v: number): number[] => {
    const [x, y] = placeIn(samples, u, v)
    return Array.from({ length: channels }, (_, channel) => {
      const [low = 0, high = 1] = ranges.slice(2 * channel, 2 * channel + 2)
      return low + (samples.at(x, y, channel) / highest) * (high - low)
    })
  }
  if (space.family !== 'Indexed') return (u, v) => colors({ space, components: componentsAt(u, v) })
  const { base } = space
  const table = tableOf(space.lookup, objects)
  const size = channelsOf(base)
  const spread = rangesOf(base, size, 255)
  return (u, v) => {
    const index = Math.round(componentsAt(u, v)[0] ?? 0)
    const components = Array.from(table.subarray(index * size, (index + 1) * size), (byte, channel) => {
      const [low = 0, high = 1] = spread.slice(2 * channel, 2 * channel + 2)
      return low + (byte / 255) * (high - low)
    })
    return components.length === size ? colors({ space: base, components }) : undefined
  }
}

/** A stencil paints where its samples are 0, or 1 when it says so (8.9.6.2). */
function stencilOf(stream: PdfStream, sources: ImageSources): At<number> | undefined {
  const samples = plainSamples(stream, 1, sources.objects)
  const paints = decodeOf(stream, sources.objects)?.[0] === 1 ? 1 : 0
  return samples && ((u, v) => (samples.at(...placeIn(samples, u, v), 0) === paints ? 1 : 0))
}

/** From a soft mask, a stencil or colours that are left out (8.9.6, 11.6.5.3). */
function alphaOf(stream: PdfStream, samples: Samples, sources: ImageSources): At<number> | undefined {
  const { objects } = sources
  const soft = objects.get(stream.dict, 'SMask')
  if (soft !== null) return softMaskOf(asStream(soft), sources)
  const mask = objects.get(stream.dict, 'Mask')
  if (mask === null) return () => 1
  const stencil = asStream(mask)
  if (!stencil) return colorKeyOf(mask, samples)
  // Of an explicit mask the samples 1 are left out: the same as a stencil that paints with its zeros.
  return stencilOf(stencil, sources)
}

function softMaskOf(mask: PdfStream | undefined, sources: ImageSources): At<number> | undefined {
  const samples = mask && samplesOf(mask, 1, sources)
  if (!mask || !samples) return undefined
  const [low = 0, high = 1] = decodeOf(mask, sources.objects) ?? []
  return (u, v) => low + (samples.at(...placeIn(samples, u, v), 0) / samples.highest) * (high - low)
}

/** Ranges of samples, channel by channel. */
function colorKeyOf(mask: PdfObject, samples: Samples): At<number> | undefined {
  const ranges = asArray(mask)?.map(value => asNumber(value) ?? -1)
  if (ranges?.length !== 2 * samples.channels) return undefined
  return (u, v) => {
    const [x, y] = placeIn(samples, u, v)
    const out = Array.from({ length: samples.channels }, (_, channel) => samples.at(x, y, channel)).every(
      (sample, channel) => sample >= (ranges[2 * channel] ?? 0) && sample <= (ranges[2 * channel + 1] ?? -1),
    )
    return out ? 0 : 1
  }
}
