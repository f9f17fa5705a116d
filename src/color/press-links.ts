// Colours of a foreign file in the inks of a press, as its RIP converts them: relative, with black point compensation.
import { createHash } from 'node:crypto'
import { TYPE_CMYK_16, TYPE_GRAY_16, TYPE_Lab_16, TYPE_RGB_16 } from 'lcms-wasm'
import { type Engine, type Link, startEngine } from './engine.ts'
import { isUsableProfile, type PictureSpace } from './source-profile.ts'

/** What colours are in: a profile of their own, or the space of screens or of Lab. */
export type LinkSource = { readonly space: PictureSpace; readonly profile: Uint8Array } | 'srgb' | 'lab'

/** 16 bits a channel, those of the source in and four inks out; undefined for a profile that is not one. */
export type LinkToPress = (source: LinkSource) => Promise<Link | undefined>

const FORMATS: Readonly<Record<PictureSpace, number>> = { rgb: TYPE_RGB_16, gray: TYPE_GRAY_16, cmyk: TYPE_CMYK_16 }

/** Made once for a pair of profiles: each takes up to 120 ms. */
const links = new Map<string, Link | undefined>()

/** Undefined when the target is not a CMYK profile that can be converted to. */
export async function openPressLinks(target: Uint8Array): Promise<LinkToPress | undefined> {
  const engine = await startEngine()
  if (!(await isUsableProfile(target, 'cmyk')) || !engine.accepts(target, TYPE_CMYK_16, 'output')) return undefined
  const key = hashOf(target)
  return async source => {
    const pair = `${key} ${typeof source === 'string' ? source : hashOf(source.profile)}`
    if (!links.has(pair)) links.set(pair, await linkOf(engine, source, target))
    return links.get(pair)
  }
}

async function linkOf(engine: Engine, source: LinkSource, target: Uint8Array): Promise<Link | undefined> {
  if (source === 'lab') return engine.tryLink(engine.lab, TYPE_Lab_16, engine.open(target), TYPE_CMYK_16, 'pixels')
  if (source === 'srgb') return engine.tryLink(engine.srgb, TYPE_RGB_16, engine.open(target), TYPE_CMYK_16, 'pixels')
  const { space, profile } = source
  if (!(await isUsableProfile(profile, space))) return undefined
  return engine.tryLink(engine.open(profile), FORMATS[space], engine.open(target), TYPE_CMYK_16, 'pixels')
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
