// Opens an ICC output profile with Little CMS: colours, pixels, soft proofs and Lab of one printing condition.
import { createHash } from 'node:crypto'
import { zlibSync } from 'fflate'
import { TYPE_CMYK_8, TYPE_CMYK_16, TYPE_Lab_16, TYPE_RGB_8, TYPE_RGB_16 } from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'
import { type Cmyk, cmyk } from '../model/ink.ts'
import { type Engine, type Link, startEngine } from './engine.ts'
import { profileDescription } from './icc.ts'
import { inkLimiter } from './ink-limiter.ts'
import type { Measure } from './less-ink.ts'

/** What the bytes say, whoever prints: shared by every use of a profile. */
type Press = Pick<
  Profile,
  'description' | 'bytes' | 'sha256' | 'channels' | 'deflated' | 'preview' | 'previewPixels' | 'lab'
> & {
  readonly engine: Engine
  readonly handle: number
  readonly measure: Measure
}

/** How one printer uses a profile. */
type Separation = Omit<Profile, 'id' | keyof Press>

const presses = new Map<string, Promise<Press>>()
const separations = new Map<string, Separation>()

export type ProfileUse = {
  /**
   * The profile already deflated by fflate at level 9 (`<profile>.zlib` beside ours), which saves 100 ms; anything else is
   * noticed and left aside.
   */
  readonly deflated?: Uint8Array
  /** Relative colorimetric by default. */
  readonly intent?: Profile['intent']
  /** Total ink in percent that no conversion exceeds; by default the profile's own limit alone. */
  readonly maxInk?: number
}

/**
 * Opens an output profile, once per process and per content. The bytes have passed `readProfile`: what Little CMS
 * refuses here is a bug and throws.
 *
 * @param id the name under which sheets refer to it
 */
export async function openProfile(id: string, bytes: Uint8Array, use: ProfileUse = {}): Promise<Profile> {
  const { intent = 'relative', maxInk = 400 } = use
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  let opening = presses.get(sha256)
  if (!opening) {
    opening = startEngine().then(engine => makePress(engine, bytes, sha256, use.deflated))
    presses.set(sha256, opening)
  }
  const { engine, handle, measure, ...press } = await opening
  const key = `${sha256} ${intent} ${maxInk}`
  const separation = separations.get(key) ?? makeSeparation(engine, handle, measure, { key, intent, maxInk })
  separations.set(key, separation)
  return { id, ...press, ...separation }
}

function makePress(engine: Engine, bytes: Uint8Array, sha256: string, deflated?: Uint8Array): Press {
  const handle = engine.open(bytes)
  const measure = measurer(engine, handle)
  return {
    engine,
    handle,
    measure,
    description: profileDescription(bytes),
    bytes,
    sha256,
    channels: 4,
    deflated: once(() => (deflated && holdsBytes(deflated, bytes) ? deflated : zlibSync(bytes, { level: 9 }))),
    preview: previewer(engine, handle),
    previewPixels: pixelLink(() => engine.link(handle, TYPE_CMYK_8, engine.srgb, TYPE_RGB_8, 'pixels')),
    lab: ({ c, m, y, k }) => {
      const [L = 0, a = 0, b = 0] = measure(Float64Array.of(c, m, y, k))
      return [L, a, b]
    },
  }
}

function makeSeparation(
  engine: Engine,
  press: number,
  measure: Measure,
  use: Pick<Profile, 'key' | 'intent' | 'maxInk'>,
): Separation {
  const limiter = inkLimiter(measure, use.maxInk)
  const separate = separator(engine, press, use.intent)
  const separatePixels = pixelSeparator(engine, press, use.intent)
  return {
    ...use,
    fromRgb: (r, g, b) => limiter.color(separate(r, g, b)),
    fromRgbPixels: (rgb, source) => limiter.pixels(separatePixels(rgb, source)),
    withinInk: limiter.pixels,
  }
}

const held = new WeakMap<Uint8Array, Uint8Array>()

/** Whether a zlib stream is that of these bytes. */
export function holdsBytes(deflated: Uint8Array, bytes: Uint8Array): boolean {
  if (held.get(deflated) === bytes) return true
  const holds = hasChecksum(deflated, bytes)
  if (holds) held.set(deflated, bytes)
  return holds
}

/** The checksum that ends a zlib stream (RFC 1950) is that of its content: adding bytes up takes a tenth of inflating them. */
function hasChecksum(deflated: Uint8Array, bytes: Uint8Array): boolean {
  return (
    deflated.length > 6 &&
    Buffer.from(deflated.buffer, deflated.byteOffset, deflated.length).readUInt32BE(deflated.length - 4) ===
      adler32(bytes)
  )
}

/** 3800 bytes are the most that cannot overflow 32 bits before the remainder is taken. */
const ADLER_RUN = 3800

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + ADLER_RUN, bytes.length)
    for (; at < end; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return b * 65536 + a
}

function previewer(engine: Engine, press: number): Profile['preview'] {
  const link = once(() => engine.link(press, TYPE_CMYK_16, engine.srgb, TYPE_RGB_16, 'color'))
  const seen = new Map<string, readonly [number, number, number]>()
  return ink => {
    const key = `${ink.c} ${ink.m} ${ink.y} ${ink.k}`
    let color = seen.get(key)
    if (!color) {
      const [r = 0, g = 0, b = 0] = link().words(inkWords(ink))
      color = [Math.round(r / 257), Math.round(g / 257), Math.round(b / 257)]
      seen.set(key, color)
    }
    return color
  }
}

function separator(engine: Engine, press: number, intent: Profile['intent']): Profile['fromRgb'] {
  const link = once(() => engine.link(engine.srgb, TYPE_RGB_16, press, TYPE_CMYK_16, 'color', intent))
  const seen = new Map<string, Cmyk>()
  return (r, g, b) => {
    const key = `${r} ${g} ${b}`
    let ink = seen.get(key)
    if (!ink) {
      const [c = 0, m = 0, y = 0, k = 0] = link().words(Uint16Array.of(r * 257, g * 257, b * 257))
      ink = cmyk(percent(c), percent(m), percent(y), percent(k))
      seen.set(key, ink)
    }
    return ink
  }
}

function pixelSeparator(engine: Engine, press: number, intent: Profile['intent']): Profile['fromRgbPixels'] {
  const fromSrgb = pixelLink(() => engine.link(engine.srgb, TYPE_RGB_8, press, TYPE_CMYK_8, 'pixels', intent))
  const links = new Map<string, (pixels: Uint8Array) => Uint8Array>()
  return (rgb, source) => {
    if (!source) return fromSrgb(rgb)
    const key = createHash('sha256').update(source).digest('hex')
    let separate = links.get(key)
    if (!separate) {
      separate = pixelLink(() => engine.link(engine.open(source), TYPE_RGB_8, press, TYPE_CMYK_8, 'pixels', intent))
      links.set(key, separate)
    }
    return separate(rgb)
  }
}

function measurer(engine: Engine, press: number): Measure {
  const link = once(() => engine.link(press, TYPE_CMYK_16, engine.lab, TYPE_Lab_16, 'measure'))
  return colors => {
    const words = link().words(Uint16Array.from(colors, word))
    // The 16-bit Lab encoding of ICC v4.
    return Float64Array.from(words, (value, at) => (at % 3 === 0 ? value / 655.35 : value / 257 - 128))
  }
}

const pixelLink = (make: () => Link): ((pixels: Uint8Array) => Uint8Array) => {
  const link = once(make)
  return pixels => link().bytes(pixels)
}

/** Makes a value at its first use: a transform costs up to 120 ms, and most runs need one or two. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const inkWords = ({ c, m, y, k }: Cmyk): Uint16Array => Uint16Array.of(word(c), word(m), word(y), word(k))

const word = (share: number): number => Math.round(Math.min(100, Math.max(0, share)) * 655.35)

const percent = (value: number): number => Math.round(value / 65.535) / 10
