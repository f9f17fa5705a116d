// How far a text stands from the line it is written on: alignment of baselines, sub- and superscripts.
import type { Font } from '../../model/assets.ts'
import { emOf, type Node } from './node.ts'
import { parseLength } from './number.ts'

/** Downward, in user units. */
export function baselineShift(node: Node, font: Font): number {
  const { style } = node
  const unit = emOf(style) / font.unitsPerEm
  const own = style.get('alignment-baseline')
  const alignment = own === 'baseline' || own === 'auto' ? style.get('dominant-baseline') : own
  return alignmentShift(alignment, font) * unit - raise(node, font, unit)
}

function alignmentShift(alignment: string, { ascender, descender, xHeight }: Font): number {
  switch (alignment) {
    case 'middle':
      return xHeight / 2
    case 'central':
      return (ascender + descender) / 2
    case 'hanging':
      return ascender * 0.8
    case 'mathematical':
      return ascender * 0.5
    case 'text-before-edge':
    case 'before-edge':
    case 'text-top':
      return ascender
    case 'text-after-edge':
    case 'after-edge':
    case 'ideographic':
    case 'text-bottom':
      return descender
    default:
      return 0
  }
}

/** Heights of scripts as resvg and Firefox take them when a font's own are not read. */
function raise(node: Node, font: Font, unit: number): number {
  const written = node.style.get('baseline-shift').trim()
  if (written === 'baseline') return 0
  if (written === 'super') return font.unitsPerEm * 0.4 * unit
  if (written === 'sub') return -font.unitsPerEm * 0.2 * unit
  const em = emOf(node.style)
  return parseLength(written, { percent: em, em }) ?? 0
}
