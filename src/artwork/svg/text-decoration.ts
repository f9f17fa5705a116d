// Lines under, over and through a text, where the font says.
import type { Font } from '../../model/assets.ts'
import { type Path, rectPath } from '../../model/geometry.ts'

/** Position of the line's middle above the baseline and its thickness, in design units. */
type Line = { readonly at: number; readonly thickness: number }

/** @param shift downward, of the text's baseline; lengths in user units */
export function decorationPath(
  words: string,
  font: Font,
  { x, y, advance, size }: { readonly x: number; readonly y: number; readonly advance: number; readonly size: number },
): Path {
  const unit = size / font.unitsPerEm
  return linesOf(words, font).flatMap(({ at, thickness }) =>
    rectPath({ x, y: y - (at + thickness / 2) * unit, width: advance, height: thickness * unit }),
  )
}

function linesOf(words: string, font: Font): Line[] {
  const view = new DataView(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength)
  const post = tableAt(view, 'post')
  const os2 = tableAt(view, 'OS/2')
  const under: Line =
    post === undefined
      ? { at: -font.unitsPerEm / 10, thickness: font.unitsPerEm / 20 }
      : { at: view.getInt16(post + 8), thickness: view.getInt16(post + 10) }
  const through: Line =
    os2 === undefined
      ? { at: font.xHeight / 2, thickness: under.thickness }
      : { at: view.getInt16(os2 + 28), thickness: view.getInt16(os2 + 26) }
  const lines: Line[] = []
  if (/\bunderline\b/.test(words)) lines.push(under)
  if (/\boverline\b/.test(words)) lines.push({ at: font.ascender, thickness: under.thickness })
  if (/\bline-through\b/.test(words)) lines.push(through)
  return lines
}

/** Where a table of an sfnt file begins. */
function tableAt(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map(byte => view.getUint8(at + byte)))
    if (name === tag) return view.getUint32(at + 8)
  }
  return undefined
}
