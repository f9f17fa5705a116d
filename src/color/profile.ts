// Opens an ICC output profile with Little CMS: colours, pixels, soft proofs and Lab of one printing condition.
import { createHash } from 'node:crypto'
import { zlibSync } from 'fflate'
import { TYPE_CMYK_8, TYPE_CMYK_16, TYPE_Lab_16, TYPE_RGB_8, TYPE_RGB_16 } from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'
import { type Cmyk, cmyk } from '../model/ink.ts'
import { type Engine, type Link, startEngine } from './engine.ts'
import { profileDescription } from './icc.ts'

type Condition = Omit<Profile, 'id'>

const opened = new Map<string, Promise<Condition>>()

/**
 * Opens an output profile, once per process and per content. The bytes have passed `readProfile`: what Little CMS
 * refuses here is a bug and throws.
 *
 * @param id the name under which sheets refer to it
 * @param deflated the profile already deflated by fflate at level 9 (`<profile>.zlib` beside ours), which saves 100 ms;
 *   anything else is noticed and left aside
 */
export async function openProfile(id: string, bytes: Uint8Array, deflated?: Uint8Array): Promise<Profile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  let condition = opened.get(sha256)
  if (!condition) {
    condition = startEngine().then(engine => makeCondition(engine, bytes, sha256, deflated))
    opened.set(sha256, condition)
  }
  return { id, ...(await condition) }
}

function makeCondition(engine: Engine, bytes: Uint8Array, sha256: string, deflated?: Uint8Array): Condition {
  const press = engine.open(bytes)
  return {
    description: profileDescription(bytes),
    bytes,
    sha256,
    channels: 4,
    deflated: once(() => (deflated && holdsBytes(deflated, bytes) ? deflated : zlibSync(bytes, { level: 9 }))),
    preview: previewer(engine, press),
    previewPixels: pixelLink(() => engine.link(press, TYPE_CMYK_8, engine.srgb, TYPE_RGB_8, 'pixels')),
    fromRgb: separator(engine, press),
    fromRgbPixels: pixelSeparator(engine, press),
    lab: labReader(engine, press),
  }
}

/** The checksum that ends a zlib stream (RFC 1950) is that of its content: adding bytes up takes a tenth of inflating them. */
function holdsBytes(deflated: Uint8Array, bytes: Uint8Array): boolean {
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

function separator(engine: Engine, press: number): Profile['fromRgb'] {
  const link = once(() => engine.link(engine.srgb, TYPE_RGB_16, press, TYPE_CMYK_16, 'color'))
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

function pixelSeparator(engine: Engine, press: number): Profile['fromRgbPixels'] {
  const fromSrgb = pixelLink(() => engine.link(engine.srgb, TYPE_RGB_8, press, TYPE_CMYK_8, 'pixels'))
  const links = new Map<string, (pixels: Uint8Array) => Uint8Array>()
  return (rgb, source) => {
    if (!source) return fromSrgb(rgb)
    const key = createHash('sha256').update(source).digest('hex')
    let separate = links.get(key)
    if (!separate) {
      separate = pixelLink(() => engine.link(engine.open(source), TYPE_RGB_8, press, TYPE_CMYK_8, 'pixels'))
      links.set(key, separate)
    }
    return separate(rgb)
  }
}

function labReader(engine: Engine, press: number): Profile['lab'] {
  const link = once(() => engine.link(press, TYPE_CMYK_16, engine.lab, TYPE_Lab_16, 'measure'))
  return ink => {
    const [L = 0, a = 0, b = 0] = link().words(inkWords(ink))
    // The 16-bit Lab encoding of ICC v4.
    return [L / 655.35, a / 257 - 128, b / 257 - 128]
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
