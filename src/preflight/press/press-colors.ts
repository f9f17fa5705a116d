// What the colours of a file become on the plates of its press, those to be converted through its output profile too.
import type { Link } from '../../color/engine.ts'
import { type LinkSource, openPressLinks } from '../../color/press-links.ts'
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfPaint } from '../../pdf-reader/graphics-state.ts'
import { asStream } from '../../pdf-reader/object.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { type Inks, inksFrom, inksOf, PROCESS } from './inks.ts'
import type { WantedJob } from './job.ts'

/** Undefined when nothing says what inks a colour becomes: no output profile, a damaged one, a pattern. */
export type PressColors = (paint: PdfPaint) => Inks | undefined

/** Profiles of one file that are opened; each costs a tenth of a second. */
const MOST_PROFILES = 8

/** Colours kept for the next time they are met. */
const MOST_KEPT = 100_000

/** Little CMS is started only for a file whose colours have to be converted. */
export async function openPressColors(pdf: PdfDocument, job: WantedJob): Promise<PressColors> {
  const target = outputProfile(pdf) ?? job.profile
  const sources = new Map(spacesOf(pdf).flatMap(space => sourceOf(space, pdf)))
  const links = new Map<string, Link>()
  if (!target || sources.size === 0) return inksOf
  const toPress = await openPressLinks(target)
  for (const [key, source] of [...sources].slice(0, MOST_PROFILES)) {
    const link = await toPress?.(source)
    if (link) links.set(key, link)
  }
  const known = new Map<string, Inks>()
  return paint => {
    const { space, components } = paint
    const link = links.get(keyOf(space))
    if (!link) return space.family === 'ICCBased' && space.channels !== 4 ? undefined : inksOf(paint)
    const words = wordsOf(space, components)
    const key = `${keyOf(space)} ${words.join(' ')}`
    const inks =
      known.get(key) ??
      inksFrom(
        PROCESS,
        [...link.words(words)].map(word => word / 65535),
      )
    if (known.size < MOST_KEPT) known.set(key, inks)
    return inks
  }
}

/** The profile of the press, when it has four inks. */
function outputProfile({ outputIntents, objects }: PdfDocument): Uint8Array | undefined {
  const intent = outputIntents.find(({ profile }) => profile?.space === 'CMYK' && profile.damage === undefined)
  const ref = { kind: 'ref', number: intent?.profileObject ?? 0, generation: 0 } as const
  const stream = asStream(objects.resolve(ref))
  return stream && objects.decode(stream).bytes
}

const spacesOf = (pdf: PdfDocument): ColorSpace[] =>
  pdf.pages.flatMap(({ spaces }) => spaces.flatMap(({ value }) => baseOf(value)))

/** Alternates of spot inks are never printed: the press has the ink. */
const baseOf = (space: ColorSpace): ColorSpace[] =>
  space.family === 'Indexed' || space.family === 'Pattern' ? [...spacesWithin(space)].slice(0, 2) : [space]

const SPACES = { GRAY: 'gray', RGB: 'rgb', CMYK: 'cmyk' } as const

/** How a colour of this space is converted, when it is. */
function sourceOf(space: ColorSpace, { objects, outputIntents }: PdfDocument): (readonly [string, LinkSource])[] {
  const key = keyOf(space)
  if (space.family === 'DeviceRGB') return space.defaulted ? [] : [[key, 'srgb']]
  if (space.family === 'Lab') return [[key, 'lab']]
  if (space.family !== 'ICCBased' || space.profile?.damage !== undefined) return []
  const kind = Object.entries(SPACES).find(([signature]) => signature === space.profile?.space)?.[1]
  const stream = asStream(objects.resolve({ kind: 'ref', number: space.object, generation: 0 }))
  // Inks of the press itself are not converted.
  if (!kind || !stream || outputIntents.some(({ profile }) => profile?.sha256 === space.profile?.sha256)) return []
  return [[key, { space: kind, profile: objects.decode(stream).bytes }]]
}

const keyOf = (space: ColorSpace): string =>
  space.family === 'ICCBased' ? `ICCBased ${space.object}` : 'defaulted' in space && space.defaulted ? '' : space.family

/** Components as Little CMS takes them: full scale, and the 16-bit Lab of ICC v4. */
function wordsOf(space: ColorSpace, components: readonly number[]): Uint16Array {
  if (space.family !== 'Lab') return Uint16Array.from(components, value => word(value * 65535))
  const [L = 0, a = 0, b = 0] = components
  return Uint16Array.of(word(L * 655.35), word((a + 128) * 257), word((b + 128) * 257))
}

const word = (value: number): number => Math.round(Math.min(65535, Math.max(0, value)))
