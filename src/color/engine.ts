// Little CMS, started once per process, behind the three kinds of transform the product makes.
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_HIGHRESPRECALC,
  cmsFLAGS_NOOPTIMIZE,
  INTENT_PERCEPTUAL,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_Lab_16,
} from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'

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

/**
 * How colours outside the press's gamut are brought in. Perceptual tables map black by themselves: Little CMS leaves black
 * point compensation out for them, as `transicc -t0` does. `inks` is relative too, from one set of four inks to another:
 * what is black alone stays black alone (Little CMS's black-preserving intent), so that text never turns into four inks.
 */
export type Intent = Profile['intent'] | 'inks'

/** Of lcms2.h; lcms-wasm names only the four of ICC. */
const INTENT_PRESERVE_K_ONLY_RELATIVE_COLORIMETRIC = 11

const INTENTS: Readonly<Record<Intent, number>> = {
  relative: INTENT_RELATIVE_COLORIMETRIC,
  perceptual: INTENT_PERCEPTUAL,
  inks: INTENT_PRESERVE_K_ONLY_RELATIVE_COLORIMETRIC,
}

const flagsOf = (precision: Precision, intent: Intent): number =>
  intent === 'perceptual' ? FLAGS[precision] & ~cmsFLAGS_BLACKPOINTCOMPENSATION : FLAGS[precision]

export type Link = {
  /** Colours, 16 bits a channel. */
  words(colors: Uint16Array): Uint16Array
  /** Whole 8-bit pixels. */
  bytes(pixels: Uint8Array): Uint8Array
}

export type Engine = {
  readonly srgb: number
  readonly lab: number
  /** Opens a profile; throws when Little CMS cannot. */
  open(profile: Uint8Array): number
  /** Whether Little CMS opens these bytes and can convert from (or to) them, in each of these intents. */
  accepts(profile: Uint8Array, format: number, direction: 'input' | 'output', intents?: readonly Intent[]): boolean
  /** Throws when Little CMS cannot: for profiles that it accepts. */
  link(...ends: Ends): Link
  /** Nothing when Little CMS cannot: a stranger's profile whose black goes up and down cannot keep black alone. */
  tryLink(...ends: Ends): Link | undefined
}

type Ends = [
  input: number,
  inputFormat: number,
  output: number,
  outputFormat: number,
  precision: Precision,
  intent?: Intent,
]

let engine: Promise<Engine> | undefined

export const startEngine = (): Promise<Engine> => {
  engine ??= instantiate().then(makeEngine)
  return engine
}

function makeEngine(lcms: Lcms): Engine {
  const srgb = lcms.cmsCreate_sRGBProfile()
  const lab = lcms.cmsCreateLab4Profile()
  const transform = (
    input: number,
    from: number,
    output: number,
    to: number,
    precision: Precision,
    intent: Intent = 'relative',
  ): number => lcms.cmsCreateTransform(input, from, output, to, INTENTS[intent], flagsOf(precision, intent))
  const open = (profile: Uint8Array): number => lcms.cmsOpenProfileFromMem(profile, profile.byteLength)
  const tryLink: Engine['tryLink'] = (input, from, output, to, precision, intent) => {
    const handle = transform(input, from, output, to, precision, intent)
    return handle === 0 ? undefined : makeLink(lcms, handle, channels(from), channels(to))
  }
  /** Each intent has a table of its own, and one may be sound when the other is not. */
  const converts = (handle: number, format: number, direction: 'input' | 'output', intent: Intent): boolean => {
    const made =
      direction === 'input'
        ? transform(handle, format, lab, TYPE_Lab_16, 'measure', intent)
        : transform(lab, TYPE_Lab_16, handle, format, 'measure', intent)
    if (made !== 0) lcms.cmsDeleteTransform(made)
    return made !== 0
  }
  return {
    srgb,
    lab,
    open: profile => succeeded(open(profile), 'this profile'),
    accepts: (profile, format, direction, intents = ['relative', 'perceptual']) => {
      const handle = open(profile)
      if (handle === 0) return false
      const sound = intents.every(intent => converts(handle, format, direction, intent))
      lcms.cmsCloseProfile(handle)
      return sound
    },
    tryLink,
    link: (...ends) => {
      const link = tryLink(...ends)
      if (!link) throw new Error('Little CMS cannot open a transform')
      return link
    },
  }
}

/** Pixels a call: keeps the wasm heap small whatever the picture. */
const BATCH = 65_536

function* batches(count: number): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < count; start += BATCH) yield { start, end: Math.min(count, start + BATCH) }
}

function makeLink(lcms: Lcms, handle: number, from: number, to: number): Link {
  return {
    words: colors => {
      const result = new Uint16Array((colors.length / from) * to)
      for (const { start, end } of batches(colors.length / from))
        result.set(lcms.cmsDoTransform(handle, colors.subarray(start * from, end * from), end - start), start * to)
      return result
    },
    bytes: pixels => {
      const result = new Uint8Array((pixels.length / from) * to)
      for (const { start, end } of batches(pixels.length / from))
        result.set(lcms.cmsDoTransform(handle, pixels.subarray(start * from, end * from), end - start), start * to)
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
