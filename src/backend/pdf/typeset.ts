// The live text of one file: which glyphs each font needs, and which runs must say their text beside their glyphs.
import type { Assets } from '../../model/assets.ts'
import type { GlyphsMark, Mark, Piece } from '../../model/sheet.ts'
import { walk } from '../../sheet/walk.ts'
import { unicodeOf } from '../../text/unicode.ts'
import { type EmbeddedFont, embedFont } from './font.ts'
import type { PdfFile } from './pdf-file.ts'

export type Typeset = {
  /** The embedded font of a run; none when text is drawn as outlines. */
  fontOf(mark: GlyphsMark): EmbeddedFont | undefined
  /** Whether the glyphs of a run do not read back as its text. */
  needsActualText(mark: GlyphsMark): boolean
}

const OUTLINES: Typeset = { fontOf: () => undefined, needsActualText: () => false }

/** Text inside a mask is a shape, not something to read. */
function* liveRuns(marks: readonly Mark[]): Generator<GlyphsMark> {
  for (const { mark, inMask } of walk(marks)) if (mark.kind === 'glyphs' && !inMask) yield mark
}

/** Looks at all faces before anything is drawn: a font is embedded once, with all that the file draws of it. */
export function typeset(file: PdfFile, piece: Piece, assets: Assets): Typeset {
  if (piece.output.outlineText) return OUTLINES
  const runs = piece.faces.flatMap(({ marks }) => [...liveRuns(marks)])
  const { toUnicode, actualText } = unicodeOf(runs)
  const spoken = new Set(runs.filter((_, index) => actualText[index]))
  const fonts = new Map<string, EmbeddedFont>()
  for (const [id, glyphs] of glyphsByFont(runs)) {
    fonts.set(id, embedFont(file, assets.font(id), glyphs, toUnicode.get(id) ?? new Map()))
  }
  return { fontOf: mark => fonts.get(mark.font), needsActualText: mark => spoken.has(mark) }
}

function glyphsByFont(runs: readonly GlyphsMark[]): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, Set<number>>()
  for (const { font, glyphs } of runs) {
    const set = sets.get(font) ?? new Set<number>()
    sets.set(font, set)
    for (const { id } of glyphs) set.add(id)
  }
  return new Map([...sets].map(([font, set]) => [font, [...set].sort((a, b) => a - b)]))
}
