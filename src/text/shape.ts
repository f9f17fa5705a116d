// Shaping: a text on one line → glyphs in place, with ligatures, kerning and every character accounted for.
import * as hb from 'harfbuzzjs'
import type { Font } from '../model/assets.ts'
import type { Glyph } from '../model/sheet.ts'
import { type Direction, directionOf } from './direction.ts'
import { faceOf } from './harfbuzz.ts'
import { createLru, type Lru } from './lru.ts'

export type ShapeOptions = {
  /** Added after each letter, in em. Any but 0 turns ligatures off, as CSS does. */
  readonly tracking?: number
  /** BCP 47; default `fr`. */
  readonly lang?: string
  /** OpenType features in HarfBuzz's notation: `tnum`, `-kern`. */
  readonly features?: readonly string[]
}

export type Run = {
  /** The text in NFC; glyph clusters are offsets in it. */
  readonly text: string
  readonly glyphs: readonly Glyph[]
  /** Design units, the tracking after the last letter included. */
  readonly advance: number
  /** That last tracking, in design units: a line is `advance - trailing` wide. */
  readonly trailing: number
  /** What the font cannot draw: characters, or whole sequences such as an emoji family; each once. */
  readonly missing: readonly string[]
  /** `mixed`: both directions on one line, glyphs are not in reading order and must not be printed. */
  readonly direction: Direction
}

/** A run, and where its text may be cut without shaping again (HarfBuzz's own promise). */
export type ShapedText = Run & {
  /** By offset in the text: true where a line may begin or end and its glyphs stay the same. */
  readonly cuttable: readonly boolean[]
  /** By offset in the text: advance of everything before it, in design units. */
  readonly before: readonly number[]
}

/** Ways to set a text in one font, and runs kept for each: a kit has some hundred texts. */
const KEPT_WAYS = 40
const RUNS_PER_WAY = 300

const runs = new WeakMap<Font, Lru<Lru<ShapedText>>>()

/** HarfBuzz's promise on cuts holds within one script; others are shaped again, line by line. */
const ONE_SCRIPT = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u

/** One buffer for all: HarfBuzz is synchronous. */
const buffer = new hb.Buffer()

/** Characters that draw nothing: spaces, controls of format, variation selectors. */
const INVISIBLE = /^[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u

/**
 * U+2011 is drawn by the hyphen: HarfBuzz falls back to U+2010 when the font lacks it, and we to the hyphen-minus when
 * it lacks both. One code unit for one: clusters keep their meaning.
 */
function drawable(font: Font, text: string): string {
  if (!/[\u2010\u2011]/.test(text) || font.glyphOf(0x2010) !== 0) return text
  const nonBreaking = font.glyphOf(0x2011) === 0 ? '\u2010\u2011' : '\u2010'
  return text.replace(new RegExp(`[${nonBreaking}]`, 'g'), '-')
}

function features(options: ShapeOptions): hb.Feature[] {
  const wanted = options.tracking ? ['-liga', '-clig', ...(options.features ?? [])] : (options.features ?? [])
  return wanted.flatMap(feature => hb.Feature.fromString(feature) ?? [])
}

function runHarfBuzz(font: Font, text: string, direction: Direction, options: ShapeOptions): void {
  buffer.reset()
  buffer.addText(drawable(font, text))
  buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR)
  // Always set: HarfBuzz would ask the process's locale.
  buffer.setLanguage(options.lang ?? 'fr')
  buffer.setFlags(hb.BufferFlag.BOT | hb.BufferFlag.EOT | hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  buffer.guessSegmentProperties()
  hb.shape(faceOf(font), buffer, features(options))
}

/** Offsets where clusters begin, in text order, closed by the text's length. */
function clusterStarts(glyphs: readonly Glyph[], length: number): readonly number[] {
  const starts = new Set(glyphs.map(glyph => glyph.cluster))
  starts.add(length)
  return [...starts].sort((a, b) => a - b)
}

const isSpace = (character: number): boolean => character === 0x20 || character === 0xa0 || character === 0x202f

/** The usual text: each glyph is drawn, or is a space. */
const allDrawn = (font: Font, text: string, glyphs: readonly Glyph[]): boolean =>
  glyphs.every(({ id, cluster }) => id !== 0 && (font.outlineOf(id).length > 0 || isSpace(text.charCodeAt(cluster))))

/** Clusters that came out as .notdef, or as glyphs that draw nothing where something should be seen. */
function missingIn(font: Font, text: string, glyphs: readonly Glyph[]): readonly string[] {
  if (allDrawn(font, text, glyphs)) return []
  const starts = clusterStarts(glyphs, text.length)
  const end = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]))
  const drawn = new Set<number>()
  const failed = new Set<number>()
  for (const glyph of glyphs) {
    if (glyph.id === 0) failed.add(glyph.cluster)
    else if (font.outlineOf(glyph.id).length > 0) drawn.add(glyph.cluster)
  }
  const missing = new Set<string>()
  for (const start of starts) {
    const characters = text.slice(start, end.get(start))
    const lost = failed.has(start) || (!drawn.has(start) && !INVISIBLE.test(characters))
    if (lost && characters !== '') missing.add(characters)
  }
  return [...missing]
}

/** Glyphs with tracking after each cluster, in visual order. */
function trackedGlyphs(infos: readonly hb.GlyphInfo[], positions: readonly hb.GlyphPosition[], space: number): Glyph[] {
  return infos.map((info, i): Glyph => {
    const position = positions[i] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 }
    const endsCluster = infos[i + 1]?.cluster !== info.cluster
    return {
      id: info.codepoint,
      cluster: info.cluster,
      advance: position.xAdvance + (endsCluster ? space : 0),
      dx: position.xOffset,
      dy: position.yOffset,
    }
  })
}

function cutTable(
  text: string,
  infos: readonly hb.GlyphInfo[],
  glyphs: readonly Glyph[],
): Pick<ShapedText, 'before' | 'cuttable'> {
  const oneScript = ONE_SCRIPT.test(text)
  const cuttable: boolean[] = new Array(text.length + 1).fill(false)
  const widths: number[] = new Array(text.length + 1).fill(0)
  glyphs.forEach((glyph, i) => {
    widths[glyph.cluster] = (widths[glyph.cluster] ?? 0) + glyph.advance
    const unsafe = ((infos[i]?.flags ?? 0) & hb.GlyphFlag.UNSAFE_TO_BREAK) !== 0
    cuttable[glyph.cluster] = oneScript && !unsafe
  })
  cuttable[0] = true
  cuttable[text.length] = true
  let sum = 0
  const before = widths.map(width => {
    const here = sum
    sum += width
    return here
  })
  return { cuttable, before }
}

function shapeNow(font: Font, text: string, options: ShapeOptions): ShapedText {
  const direction = directionOf(text)
  runHarfBuzz(font, text, direction, options)
  const infos = buffer.getGlyphInfos()
  // Letters of cursive scripts join: tracking would tear them.
  const space = direction === 'ltr' ? (options.tracking ?? 0) * font.unitsPerEm : 0
  const glyphs = trackedGlyphs(infos, buffer.getGlyphPositions(), space)
  return {
    text,
    glyphs,
    advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    trailing: glyphs.length > 0 ? space : 0,
    missing: missingIn(font, text, glyphs),
    direction,
    ...cutTable(text, infos, glyphs),
  }
}

/** `shape`, with what line breaking needs besides. */
export function shapeText(font: Font, text: string, options: ShapeOptions = {}): ShapedText {
  let cache = runs.get(font)
  if (cache === undefined) {
    cache = createLru(KEPT_WAYS)
    runs.set(font, cache)
  }
  const way = `${options.tracking ?? 0} ${options.lang ?? 'fr'} ${options.features?.join() ?? ''}`
  return cache(way, () => createLru(RUNS_PER_WAY))(text, () => shapeNow(font, text.normalize('NFC'), options))
}

/**
 * Shapes a text on one line. Characters that the font lacks are named in `missing`, never silently replaced.
 * The same font, text and options give the same object.
 */
export const shape = (font: Font, text: string, options: ShapeOptions = {}): Run => shapeText(font, text, options)
