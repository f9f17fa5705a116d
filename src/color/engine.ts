// Little CMS, started once per process, behind the three kinds of transform the product makes.
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_HIGHRESPRECALC,
  cmsFLAGS_NOOPTIMIZE,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_Lab_16,
} from 'lcms-wasm'

/**
 * `color`: one colour, exact to the profile's own tables. `pixels`: through a fine grid, eight times as fast and at
 * most one level away. `measure`: exact and without black point compensation, as an instrument would read it.
 */
export type Precision = 'color' | 'pixels' | 'measure'

const FLAGS: Readonly<Record<Precision, number>> = {
  color: cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE,
  pixels: cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_HIGHRESPRECALC,
  measure: cmsFLAGS_NOOPTIMIZE,
}

export type Link = {
  /** One colour, 16 bits a channel. */
  words(color: Uint16Array): Uint16Array
  /** Whole 8-bit pixels. */
  bytes(pixels: Uint8Array): Uint8Array
}

export type Engine = {
  readonly srgb: number
  readonly lab: number
  /** Opens a profile; throws when Little CMS cannot. */
  open(profile: Uint8Array): number
  /** Whether Little CMS opens these bytes and can convert from (or to) them. */
  accepts(profile: Uint8Array, format: number, direction: 'input' | 'output'): boolean
  link(input: number, inputFormat: number, output: number, outputFormat: number, precision: Precision): Link
}

let engine: Promise<Engine> | undefined

export const startEngine = (): Promise<Engine> => {
  engine ??= instantiate().then(makeEngine)
  return engine
}

function makeEngine(lcms: Lcms): Engine {
  const srgb = lcms.cmsCreate_sRGBProfile()
  const lab = lcms.cmsCreateLab4Profile()
  const transform = (input: number, from: number, output: number, to: number, precision: Precision): number =>
    lcms.cmsCreateTransform(input, from, output, to, INTENT_RELATIVE_COLORIMETRIC, FLAGS[precision])
  const open = (profile: Uint8Array): number => lcms.cmsOpenProfileFromMem(profile, profile.byteLength)
  return {
    srgb,
    lab,
    open: profile => succeeded(open(profile), 'this profile'),
    accepts: (profile, format, direction) => {
      const handle = open(profile)
      if (handle === 0) return false
      const made =
        direction === 'input'
          ? transform(handle, format, lab, TYPE_Lab_16, 'measure')
          : transform(lab, TYPE_Lab_16, handle, format, 'measure')
      if (made !== 0) lcms.cmsDeleteTransform(made)
      lcms.cmsCloseProfile(handle)
      return made !== 0
    },
    link: (input, from, output, to, precision) =>
      makeLink(
        lcms,
        succeeded(transform(input, from, output, to, precision), 'a transform'),
        channels(from),
        channels(to),
      ),
  }
}

/** Pixels a call: keeps the wasm heap small whatever the picture. */
const BATCH = 65_536

function makeLink(lcms: Lcms, handle: number, from: number, to: number): Link {
  return {
    words: color => Uint16Array.from(lcms.cmsDoTransform(handle, color, 1)),
    bytes: pixels => {
      const count = pixels.length / from
      const result = new Uint8Array(count * to)
      for (let start = 0; start < count; start += BATCH) {
        const end = Math.min(count, start + BATCH)
        result.set(lcms.cmsDoTransform(handle, pixels.subarray(start * from, end * from), end - start), start * to)
      }
      return result
    },
  }
}

/** The number of channels in a Little CMS pixel format (`T_CHANNELS` of lcms2.h). */
const channels = (format: number): number => (format >> 3) & 15

function succeeded(handle: number, what: string): number {
  if (handle === 0) throw new Error(`Little CMS cannot open ${what}`)
  return handle
}
