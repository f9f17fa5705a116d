// What glyphs say: the ToUnicode map of each font, and the runs that do not read back from it.
import type { Glyph } from '../model/sheet.ts'

export type SpokenRun = { readonly font: string; readonly text: string; readonly glyphs: readonly Glyph[] }

export type Extraction = {
  /** For each font, the text of each glyph that ever stands for one; never empty strings. */
  readonly toUnicode: ReadonlyMap<string, ReadonlyMap<number, string>>
  /** For each run in the order given: true when its glyphs do not read back as its text, so that /ActualText must say it. */
  readonly actualText: readonly boolean[]
}

/** Soft hyphens, joiners, selectors: they draw nothing, so no glyph may be said to stand for them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/** The first of them but the soft hyphen: below it are the letters of which texts are nearly all made. */
const FIRST_UNSEEN = 0x34f
const SOFT_HYPHEN = 0xad

function withoutUnseen(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= FIRST_UNSEEN || code === SOFT_HYPHEN) return text.replace(UNSEEN, '')
  }
  return text
}

/** The text of each glyph of a run; the glyphs after the first of a cluster add nothing (''). */
function glyphTexts({ text, glyphs }: SpokenRun): readonly string[] {
  const endOf = clusterEnds(glyphs, text.length)
  return glyphs.map(({ cluster }, index) =>
    glyphs[index - 1]?.cluster === cluster ? '' : withoutUnseen(text.slice(cluster, endOf(index))),
  )
}

/** Where the cluster of a glyph ends: where the next in the text begins, which most often is the next in the line. */
function clusterEnds(glyphs: readonly Glyph[], length: number): (index: number) => number {
  const rises = glyphs.every(({ cluster }, index) => cluster >= (glyphs[index - 1]?.cluster ?? 0))
  if (rises)
    return index => {
      let next = index + 1
      while (glyphs[next] && glyphs[next]?.cluster === glyphs[index]?.cluster) next++
      return glyphs[next]?.cluster ?? length
    }
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? length]))
  return index => ends.get(glyphs[index]?.cluster ?? 0) ?? length
}

type Counts = Map<string, Map<number, Map<string, number>>>

function countTexts(runs: readonly SpokenRun[]): Counts {
  const counts: Counts = new Map()
  for (const run of runs) {
    const texts = glyphTexts(run)
    const ofFont: Map<number, Map<string, number>> = counts.get(run.font) ?? new Map()
    for (const [index, { id }] of run.glyphs.entries()) {
      const spoken = texts[index]
      if (!spoken) continue
      const byText = ofFont.get(id)
      if (byText) byText.set(spoken, (byText.get(spoken) ?? 0) + 1)
      else ofFont.set(id, new Map([[spoken, 1]]))
    }
    if (ofFont.size > 0) counts.set(run.font, ofFont)
  }
  return counts
}

/** A glyph with several meanings (the space is also U+00A0) takes the most frequent, else the first in code order. */
function commonest(byText: ReadonlyMap<string, number>): string {
  let best = ''
  let most = 0
  for (const [spoken, count] of byText) {
    if (count > most || (count === most && spoken < best)) [best, most] = [spoken, count]
  }
  return best
}

/** Reads all the runs of one file together: a map belongs to a font, so one run may decide for another. */
export function unicodeOf(runs: readonly SpokenRun[]): Extraction {
  const toUnicode = new Map<string, ReadonlyMap<number, string>>()
  for (const [font, glyphs] of countTexts(runs)) {
    toUnicode.set(font, new Map([...glyphs].map(([glyph, byText]) => [glyph, commonest(byText)])))
  }
  // A glyph without a text of its own (an accent placed by the font) is read differently by each reader.
  const readBack = (run: SpokenRun): string | undefined => {
    const texts = run.glyphs.map(glyph => toUnicode.get(run.font)?.get(glyph.id))
    return texts.includes(undefined) ? undefined : texts.join('')
  }
  const actualText = runs.map(run => readBack(run) !== run.text)
  return { toUnicode, actualText }
}
