// One finding as an annotation that every reader draws: a frame and a number, and the sentence when it is pointed at.
import type { Severity } from '../../model/diagnostic.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import { numberOf, textOf } from './serialize.ts'

export type Remark = {
  /** As the report counts them. */
  readonly index: number
  readonly severity: Severity
  readonly words: string
}

const COLORS: Readonly<Record<Severity, string>> = { error: '0.85 0 0.1', warning: '0.95 0.45 0', note: '0 0.35 0.8' }

/** Room around what is framed, and the least a frame measures, in points: a hairline must be seen too. */
const MARGIN = 2
const LEAST = 8

const LABEL = 7

function frameOf([left, bottom, right, top]: Rect): Rect {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  const [w, h] = [right - left, top - bottom].map(side => Math.max(side + 2 * MARGIN, LEAST) / 2)
  return [x - (w ?? 0), y - (h ?? 0), x + (w ?? 0), y + (h ?? 0)]
}

const numbers = (...values: readonly number[]): string => values.map(numberOf).join(' ')

/** The dictionary of a square annotation, whose look is the form of another number. */
export function squareOf(box: Rect, { severity, words }: Remark, page: number, look: number): string {
  return `<< /Type /Annot /Subtype /Square /Rect [${numbers(...outerOf(frameOf(box)))}] /C [${COLORS[severity]}] /BS << /W 1 >> /F 4 /T (Signakit) /P ${page} 0 R /Contents ${textOf(words)} /AP << /N ${look} 0 R >> >>`
}

/** A frame with the tag of its number above its corner. */
const outerOf = ([left, bottom, right, top]: Rect): Rect => [left - 1, bottom - 1, right + 1, top + LABEL + 2]

export function lookOf(box: Rect, { index, severity }: Remark): string {
  const [left, bottom, right, top] = frameOf(box)
  const color = COLORS[severity]
  const wide = 4 + 4 * String(index).length
  const drawing = [
    `${color} RG ${color} rg 1 w`,
    `${numbers(left, bottom, right - left, top - bottom)} re S`,
    `${numbers(left - 0.5, top, wide, LABEL + 1)} re f`,
    `1 1 1 rg BT /H ${LABEL} Tf ${numbers(left + 1.5, top + 2)} Td (${index}) Tj ET`,
  ].join('\n')
  const box4 = numbers(...outerOf([left, bottom, Math.max(right, left + wide), top]))
  return `<< /Type /XObject /Subtype /Form /BBox [${box4}] /Resources << /Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`
}

/** What concerns no place of the page: a note in its corner, open to be read. */
export function noteOf(corner: readonly [number, number], remarks: readonly Remark[], page: number): string {
  const [x, y] = corner
  const words = remarks.map(({ words: each }) => each).join('\n\n')
  const worst = remarks.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  return `<< /Type /Annot /Subtype /Text /Name /Note /Rect [${numbers(x, y - 20, x + 20, y)}] /C [${COLORS[worst]}] /F 28 /T (Signakit) /P ${page} 0 R /Contents ${textOf(words)} >>`
}
