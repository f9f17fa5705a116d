// The profile embedded in a picture: whether it can be used, and what its grays and inks become in ours.
import { createHash } from 'node:crypto'
import { TYPE_CMYK_8, TYPE_CMYK_16, TYPE_GRAY_8, TYPE_RGB_8, TYPE_RGB_16 } from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'
import { type Link, startEngine } from './engine.ts'
import { readIcc } from './icc.ts'

export type PictureSpace = 'rgb' | 'gray' | 'cmyk'

const SPACES: Readonly<Record<PictureSpace, { readonly signature: string; readonly format: number }>> = {
  rgb: { signature: 'RGB ', format: TYPE_RGB_16 },
  gray: { signature: 'GRAY', format: TYPE_GRAY_8 },
  cmyk: { signature: 'CMYK', format: TYPE_CMYK_16 },
}

/** Embedded profiles weigh up to 3 MB. */
const MAX_BYTES = 10_000_000

/** Whether an embedded profile describes pixels of this space and Little CMS can read them with it. */
export async function isUsableProfile(bytes: Uint8Array, space: PictureSpace): Promise<boolean> {
  const { signature, format } = SPACES[space]
  if (bytes.length > MAX_BYTES || readIcc(bytes)?.space !== signature) return false
  return (await startEngine()).accepts(bytes, format, 'input')
}

const levels = new Map<string, Uint8Array>()
const links = new Map<string, Link | undefined>()

/** Levels 0 to 255 of a gray profile as the levels of sRGB grays. */
export async function grayLevels(source: Uint8Array): Promise<Uint8Array> {
  const engine = await startEngine()
  return kept(levels, hashOf(source), () => {
    const link = engine.link(engine.open(source), TYPE_GRAY_8, engine.srgb, TYPE_RGB_8, 'color')
    const rgb = link.bytes(Uint8Array.from({ length: 256 }, (_, level) => level))
    return Uint8Array.from({ length: 256 }, (_, level) => rgb[level * 3] ?? level)
  })
}

/**
 * Inks of another printing condition in ours: relative colorimetric with black point compensation, black alone kept so.
 * Nothing when the source's black is not one that grows darker: its tables are damaged.
 */
export async function convertInks(
  pixels: Uint8Array,
  source: Uint8Array,
  target: Profile,
): Promise<Uint8Array | undefined> {
  const engine = await startEngine()
  const link = kept(links, `${hashOf(source)} ${target.sha256}`, () => {
    const [from, to] = [engine.open(source), engine.open(target.bytes)]
    return engine.tryLink(from, TYPE_CMYK_8, to, TYPE_CMYK_8, 'pixels', 'inks')
  })
  return link?.bytes(pixels)
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A transform between two profiles of four inks takes 100 ms to make, and a kit may hold ten pictures of one camera. */
function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const value = made.get(key) ?? make()
  made.set(key, value)
  return value
}
