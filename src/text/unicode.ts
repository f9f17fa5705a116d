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

/** The text of each glyph of a run; the glyphs after the first of a cluster add nothing (''). */
function glyphTexts(run: SpokenRun): readonly string[] {
  const starts = [...new Set(run.glyphs.map(glyph => glyph.cluster))].sort((a, b) => a - b)
  const end = new Map(starts.map((start, i) => [start, starts[i + 1] ?? run.text.length]))
  return run.glyphs.map((glyph, i) =>
    run.glyphs[i - 1]?.cluster === glyph.cluster
      ? ''
      : run.text.slice(glyph.cluster, end.get(glyph.cluster)).replace(UNSEEN, ''),
  )
}

type Counts = Map<string, Map<number, Map<string, number>>>

const within = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = make()
  map.set(key, value)
  return value
}

function countTexts(runs: readonly SpokenRun[]): Counts {
  const counts: Counts = new Map()
  for (const run of runs) {
    const texts = glyphTexts(run)
    run.glyphs.forEach((glyph, i) => {
      const spoken = texts[i]
      if (!spoken) return
      const byText = within(
        within(counts, run.font, () => new Map()),
        glyph.id,
        () => new Map<string, number>(),
      )
      byText.set(spoken, (byText.get(spoken) ?? 0) + 1)
    })
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
