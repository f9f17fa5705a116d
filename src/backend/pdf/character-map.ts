// ToUnicode: the text that each glyph stands for, as a CMap (ISO 32000-1 9.10.3).
import { utf16Hex } from './name.ts'

/** The CMap syntax allows 100 lines in one block. */
const BLOCK = 100

const hexOf = (glyph: number): string => glyph.toString(16).padStart(4, '0')

/** Of the codes that subsets have. */
const HEX = Array.from({ length: 256 }, (_, glyph) => hexOf(glyph))

export const glyphHex = (glyph: number): string => HEX[glyph] ?? hexOf(glyph)

export function characterMap(toUnicode: ReadonlyMap<number, string>): string {
  const lines = [...toUnicode]
    .sort(([a], [b]) => a - b)
    .map(([glyph, text]) => `<${glyphHex(glyph)}> <${utf16Hex(text)}>`)
  const blocks: string[] = []
  for (let start = 0; start < lines.length; start += BLOCK) {
    const block = lines.slice(start, start + BLOCK)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
