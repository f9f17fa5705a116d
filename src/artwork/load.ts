// The one door for logos and pictograms: drawing or pixels, decided by content, shared by content.
import { createHash } from 'node:crypto'
import type { Profile } from '../model/assets.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { Ink } from '../model/ink.ts'
import type { Artwork } from './artwork.ts'
import { makeCache } from './cache.ts'
import { foreignFormat } from './format-advice.ts'
import { inflateSvg } from './gunzip.ts'
import { kindOf } from './kind.ts'
import { readPixelArtwork } from './pixel-artwork.ts'
import { diagnose, type Found, refused } from './source.ts'
import { type SvgContext, type SvgOptions, svgArtwork } from './svg.ts'
import { weightOfArtwork } from './weight.ts'

const MAX_CACHE = 48_000_000

/** What is refused still has its findings. */
const REFUSED = 1000

const artworks = makeCache<Found<Artwork>>(MAX_CACHE, ({ value }) => (value ? weightOfArtwork(value) : REFUSED))

/** Reads a logo: SVG or SVGZ, PNG, JPEG or WebP. Every mistake of the file is a diagnostic with the file's name and place. */
export async function loadArtwork(bytes: Uint8Array, options: SvgOptions, profile: Profile): Promise<Outcome<Artwork>> {
  const colors = options.colors ?? new Map<string, Ink>()
  const content = createHash('sha256').update(bytes).digest('hex')
  const fonts = options.fonts ?? []
  const hashes = fonts.map(({ sha256 }) => sha256)
  const key = [content, profile.key, ...hashes, JSON.stringify([...colors])].join(' ')
  const { value, findings } = await artworks.get(key, () => read(bytes, { colors, fonts, profile }))
  return { ...(value && { value }), diagnostics: diagnose(findings, options) }
}

async function read(bytes: Uint8Array, context: SvgContext): Promise<Found<Artwork>> {
  const kind = kindOf(bytes)
  switch (kind) {
    case 'svg':
      return svgArtwork(bytes, context)
    case 'gzip': {
      const { value: svg, findings } = inflateSvg(bytes)
      return svg ? svgArtwork(svg, context) : { findings }
    }
    case 'png':
    case 'jpeg':
    case 'webp':
      return readPixelArtwork(bytes, context.profile)
    default:
      return refused(foreignFormat(kind))
  }
}
