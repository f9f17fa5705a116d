// Fonts that show something, page by page, with the glyphs they show.
import type { PdfFont, ShownGlyph } from '../../pdf-reader/font.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export type ShownFont = {
  readonly font: PdfFont
  /** First page that uses it. */
  readonly page: number
  /** Each code once. */
  readonly glyphs: readonly ShownGlyph[]
}

/** Text rendering mode 3 shows nothing and needs no outline (ISO 32000-1 table 106). */
const INVISIBLE = 3

const known = new WeakMap<PdfDocument, readonly ShownFont[]>()

/** Gathered once for all the rules that ask. */
export function shownFonts(pdf: PdfDocument): readonly ShownFont[] {
  const before = known.get(pdf)
  if (before) return before
  const shown = gather(pdf)
  known.set(pdf, shown)
  return shown
}

function gather(pdf: PdfDocument): readonly ShownFont[] {
  const fonts = new Map<PdfFont, { readonly page: number; readonly glyphs: Map<number, ShownGlyph> }>()
  for (const page of pdf.pages) {
    for (const item of page.painted) {
      if (item.kind !== 'text' || item.mode === INVISIBLE) continue
      const known = fonts.get(item.font) ?? { page: page.number, glyphs: new Map<number, ShownGlyph>() }
      fonts.set(item.font, known)
      for (const glyph of item.glyphs) known.glyphs.set(glyph.code, glyph)
    }
  }
  return [...fonts].map(([font, { page, glyphs }]) => ({ font, page, glyphs: [...glyphs.values()] }))
}
