// A face with each finding framed and numbered, and under it the sentences: what `check --annotate` shows of a kit.
import type { Assets, Font } from '../../model/assets.ts'
import type { Severity, Span } from '../../model/diagnostic.ts'
import { allEdges, type Box, outset, rectPath, roundPath } from '../../model/geometry.ts'
import { BLACK, type Cmyk, cmyk, PAPER } from '../../model/ink.ts'
import { type Mm, roundMm } from '../../model/length.ts'
import type { Mark, Sheet, Stroke } from '../../model/sheet.ts'
import { placesOf } from './sheet-places.ts'
import { widthOf, wrapped, written } from './sheet-text.ts'

export type SheetRemark = {
  /** As the report counts them. */
  readonly number: number
  readonly severity: Severity
  readonly words: string
  readonly at?: Span | undefined
}

export type AnnotatedSheet = {
  readonly sheet: Sheet
  /** How many frames were drawn. */
  readonly frames: number
}

const COLORS: Readonly<Record<Severity, Cmyk>> = {
  error: cmyk(0, 100, 90, 5),
  warning: cmyk(0, 60, 100, 0),
  note: cmyk(100, 60, 0, 0),
}

const EDGE = cmyk(0, 0, 0, 35)

/** Frames on one face: beyond, nobody reads them. */
const MOST = 200

type Pen = { readonly font: Font; readonly size: Mm; readonly area: Box }

const lineOf = (paint: Cmyk, { size }: Pen, thickness = 0.06): Stroke => ({
  paint,
  width: roundMm(size * thickness),
  cap: 'butt',
  join: 'miter',
  miterLimit: 10,
})

/** What is seen of a box, with room for the line around it; nothing when it lies outside. */
function frameOf(box: Box, { size, area }: Pen): Box | undefined {
  const { x, y, width, height } = outset(box, allEdges(size * 0.3))
  const [left, top] = [Math.max(x, area.x), Math.max(y, area.y)]
  const [right, bottom] = [Math.min(x + width, area.x + area.width), Math.min(y + height, area.y + area.height)]
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/** The number on a coloured ground, above a corner of the frame, or inside where there is no room. */
function tag(label: string, color: Cmyk, { x, y }: Box, pen: Pen): readonly Mark[] {
  const { font, size, area } = pen
  const height = size * 1.2
  const box = { x, y: Math.max(area.y, y - height), width: tagWidth(label, pen), height }
  return [
    { kind: 'path', path: roundPath(rectPath(box)), fill: color },
    written(label, font, size, x + size * 0.3, box.y + size * 0.95, PAPER),
  ]
}

const tagWidth = (label: string, { font, size }: Pen): Mm => widthOf(label, font, size) + size * 0.6

function frames(remarks: readonly SheetRemark[], sheet: Sheet, assets: Assets, pen: Pen): readonly (readonly Mark[])[] {
  // Findings of one place have their numbers side by side.
  const taken = new Map<string, Mm>()
  const drawn: (readonly Mark[])[] = []
  for (const { number, severity, at } of remarks)
    for (const place of at ? placesOf(sheet, at, assets) : []) {
      const box = frameOf(place, pen)
      if (!box || drawn.length === MOST) continue
      const corner = `${roundMm(box.x)} ${roundMm(box.y)}`
      const right = taken.get(corner) ?? 0
      const label = String(number)
      taken.set(corner, right + tagWidth(label, pen) + pen.size * 0.15)
      const paint = COLORS[severity]
      const outline: Mark = { kind: 'path', path: roundPath(rectPath(box)), stroke: lineOf(paint, pen, 0.15) }
      drawn.push([outline, ...tag(label, paint, { ...box, x: box.x + right }, pen)])
    }
  return drawn
}

/** Each finding's number and sentence, from `top` downwards. */
function sentences(
  remarks: readonly SheetRemark[],
  top: Mm,
  pen: Pen,
): { readonly marks: readonly Mark[]; readonly height: Mm } {
  const { font, size, area } = pen
  const feed = size * 1.35
  const indent = Math.max(...remarks.map(({ number }) => tagWidth(String(number), pen))) + size * 0.5
  let y = top + size
  const marks = remarks.flatMap(({ number, severity, words }) => {
    const lines = wrapped(words, font, size, area.width - indent - size)
    const start = y
    y += lines.length * feed + size * 0.5
    const corner = { x: area.x + size * 0.5, y: start + size * 1.2, width: 0, height: 0 }
    return [
      ...tag(String(number), COLORS[severity], corner, pen),
      ...lines.map((line, index) =>
        written(line, font, size, area.x + size * 0.5 + indent, start + size * 0.95 + index * feed, BLACK),
      ),
    ]
  })
  return { marks, height: y - top + size * 0.5 }
}

/** The sheet, right-reading and without marks for the press, grown at its foot by the sentences. */
export function annotateSheet(
  sheet: Sheet,
  remarks: readonly SheetRemark[],
  assets: Assets,
  font: Font,
): AnnotatedSheet {
  const area = outset(outset({ x: 0, y: 0, width: sheet.width, height: sheet.height }, sheet.bleed), sheet.slug)
  const pen: Pen = { font, area, size: Math.sqrt(area.width * area.height) * 0.02 }
  const drawn = frames(remarks, sheet, assets, pen)
  const { marks, height } = sentences(remarks, area.y + area.height, pen)
  const [top, right, bottom, left] = sheet.slug
  // On white, nothing else says where the piece ends and the sentences begin.
  const edge: Mark = { kind: 'path', path: sheet.cut, stroke: lineOf(EDGE, pen) }
  return {
    sheet: {
      ...sheet,
      slug: [top, right, roundMm(bottom + height), left],
      marks: [...sheet.marks, { kind: 'group', layer: 'legend', marks: [edge, ...drawn.flat(), ...marks] }],
    },
    frames: drawn.length,
  }
}
