// Fonts: bytes → measures, glyphs and outlines, once per file and process.
import { createHash } from 'node:crypto'
import type { Font } from '../model/assets.ts'
import { type Outcome, type Span, text } from '../model/diagnostic.ts'
import { type Path, pathBounds } from '../model/geometry.ts'
import { checksumHolds } from './font-checksum.ts'
import { FontError, type FontFault } from './font-error.ts'
import { drawGlyph, openFace } from './harfbuzz.ts'
import { createLru } from './lru.ts'
import { readSfnt } from './sfnt.ts'
import { subset } from './subset.ts'

/** Fonts kept open: a brand has a few, and a designer sends a family or two. */
const KEPT = 64

const fonts = createLru<Font>(KEPT)

/** Memoises a function of a glyph or character index. */
function remember<T>(make: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>()
  return index => {
    const before = known.get(index)
    if (before !== undefined) return before
    const value = make(index)
    known.set(index, value)
    return value
  }
}

/** Height of a flat letter above the baseline, for files that do not state it. */
function heightOf(outline: Path, unitsPerEm: number, fallback: number): number {
  const bounds = pathBounds(outline)
  return bounds === undefined ? Math.round(unitsPerEm * fallback) : bounds.y + bounds.height
}

function makeFont(id: string, bytes: Uint8Array, sha256: string): Font {
  const { restricted, ...measures } = readSfnt(bytes, id)
  if (restricted) throw new FontError('restricted', id)
  const face = openFace(sha256, bytes)
  // HarfBuzz reads a table that it finds inconsistent as an empty one.
  if (face.face.collectUnicodes().length === 0) throw new FontError('no-characters', id)
  const glyphOf = remember(codePoint => face.nominalGlyph(codePoint) ?? 0)
  const advanceOf = remember(glyph => face.glyphHAdvance(glyph))
  const outlineOf = remember(glyph => drawGlyph(face, glyph))
  const flat = (letter: string, fallback: number): number =>
    heightOf(outlineOf(glyphOf(letter.charCodeAt(0))), measures.unitsPerEm, fallback)
  return {
    id,
    bytes,
    sha256,
    ...measures,
    capHeight: measures.capHeight ?? flat('H', 0.7),
    xHeight: measures.xHeight ?? flat('x', 0.5),
    glyphOf,
    advanceOf,
    outlineOf,
  }
}

/**
 * Parses a font file (TTF or OTF, one face, not variable). The same bytes under the same id give the same object, as long
 * as it serves.
 * Throws `FontError`; files that users give go through `readFont`.
 */
export function parseFont(id: string, bytes: Uint8Array): Font {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return fonts(`${sha256} ${id}`, () => makeFont(id, bytes, sha256))
}

const reasons: Readonly<Record<FontFault, readonly [fr: string, en: string]>> = {
  empty: ['le fichier est vide', 'the file is empty'],
  'too-large': ['le fichier dépasse 32 Mo', 'the file is larger than 32 MB'],
  'not-a-font': ['ce n’est pas un fichier de police TTF ou OTF', 'it is not a TTF or OTF font file'],
  collection: ['c’est une collection (TTC) : extrayez-en une police', 'it is a collection (TTC): extract one font'],
  compressed: ['c’est une police web (WOFF) : donnez le TTF ou l’OTF', 'it is a web font (WOFF): give the TTF or OTF'],
  variable: [
    'c’est une police variable : donnez un fichier par graisse',
    'it is a variable font: give one file per weight',
  ],
  'no-outlines': ['elle ne contient pas de contours', 'it holds no outlines'],
  'no-characters': ['elle ne contient aucune lettre', 'it holds no letters'],
  damaged: ['le fichier est abîmé', 'the file is damaged'],
  restricted: ['sa licence interdit de l’incorporer', 'its licence forbids embedding'],
}

/** Letters of the languages written with Latin letters. */
const LETTERS = Array.from({ length: 0x180 - 0x20 }, (_, i) => 0x20 + i)

/** A file that changed on its way may hold glyphs that only embedding finds broken: better known now than at the end. */
function tryToCut(font: Font): void {
  if (!checksumHolds(font.bytes)) subset(font, LETTERS.map(font.glyphOf))
}

/** Reads a user's font; what is wrong with the file becomes a diagnostic. */
export function readFont(id: string, bytes: Uint8Array, at?: Span): Outcome<Font> {
  try {
    const font = parseFont(id, bytes)
    tryToCut(font)
    return { value: font, diagnostics: [] }
  } catch (error) {
    if (!(error instanceof FontError)) throw error
    const [fr, en] = reasons[error.fault]
    return {
      diagnostics: [
        {
          rule: error.fault === 'restricted' ? 'font-restricted' : 'font-unreadable',
          severity: 'error',
          message: text(`la police « ${id} » ne peut pas servir : ${fr}`, `font “${id}” cannot be used: ${en}`),
          ...(at && { at }),
        },
      ],
    }
  }
}
