// A sheet drawn smaller than the piece: a PDF page holds 5 080 mm (ISO 32000-1 annex C), a tarpaulin does not stop there.
import { type Edges, type Matrix, mapPath, type Path, roundPath } from '../model/geometry.ts'
import type { Paint } from '../model/ink.ts'
import { type Mm, roundMm } from '../model/length.ts'
import { isInk, type Mark, type Output, type Sheet, type Stroke } from '../model/sheet.ts'

/** Beyond the bleed, room that press marks may take on the two sides of a page. */
const MARKS: Mm = 60

/** 1, or the factor of a printer's rule: what is longer than `above`, bleed and room for marks included, is drawn smaller. */
export function scaleOf(
  { width, height, bleed }: Sheet,
  rule: { readonly above: Mm; readonly factor: number },
): number {
  const longest = Math.max(width + bleed[1] + bleed[3], height + bleed[0] + bleed[2])
  return longest + MARKS > rule.above ? rule.factor : 1
}

/** Every length of a sheet divided; what a knife follows keeps its hairline, which is no length of the piece. */
export function scaleSheet(sheet: Sheet, factor: number): Sheet {
  if (factor === 1) return sheet
  const by = (length: Mm): Mm => roundMm(length / factor)
  const edges = ([top, right, bottom, left]: Edges): Edges => [by(top), by(right), by(bottom), by(left)]
  return {
    ...sheet,
    width: by(sheet.width),
    height: by(sheet.height),
    cut: scalePath(sheet.cut, factor),
    bleedPath: scalePath(sheet.bleedPath, factor),
    bleed: edges(sheet.bleed),
    slug: edges(sheet.slug),
    safe: by(sheet.safe),
    ...(sheet.kissCut?.through && { kissCut: { through: scalePath(sheet.kissCut.through, factor) } }),
    holes: sheet.holes.map(({ x, y, diameter, keepOut }) => ({
      x: by(x),
      y: by(y),
      diameter: by(diameter),
      keepOut: by(keepOut),
    })),
    marks: sheet.marks.map(mark => scaleMark(mark, factor)),
  }
}

/** Thresholds of size follow: what is small on the piece is `factor` times smaller on the page (GWG 2022 D0018). */
export const scaleOutput = (output: Output, factor: number): Output => ({
  ...output,
  blackOverprint: { text: output.blackOverprint.text / factor, line: output.blackOverprint.line / factor },
  flattenPpi: output.flattenPpi * factor,
})

const scalePath = (path: Path, factor: number): Path => roundPath(mapPath(path, ([x, y]) => [x / factor, y / factor]))

/** Factors of turning and stretching have no length: only the move is divided. */
const scaleMatrix = ([a, b, c, d, e, f]: Matrix, factor: number): Matrix => [
  a,
  b,
  c,
  d,
  roundMm(e / factor),
  roundMm(f / factor),
]

function scalePaint(paint: Paint, factor: number): Paint {
  if (isInk(paint)) return paint
  const [from, to] = [paint.from, paint.to].map(([x, y]) => [roundMm(x / factor), roundMm(y / factor)] as const)
  const ends = { from: from ?? paint.from, to: to ?? paint.to }
  return paint.kind === 'linear'
    ? { ...paint, ...ends }
    : {
        ...paint,
        ...ends,
        fromRadius: roundMm(paint.fromRadius / factor),
        toRadius: roundMm(paint.toRadius / factor),
      }
}

const isFollowed = ({ paint }: Stroke): boolean =>
  isInk(paint) && paint.kind === 'spot' && (paint.role === 'cut' || paint.role === 'kiss-cut')

/** Line widths keep four decimals: a hairline of the piece would not survive the Sheet's grid. */
const fine = (length: Mm): Mm => Math.round(length * 10_000) / 10_000

const scaleStroke = (stroke: Stroke, factor: number): Stroke => ({
  ...stroke,
  paint: scalePaint(stroke.paint, factor),
  width: isFollowed(stroke) ? stroke.width : fine(stroke.width / factor),
  ...(stroke.dash && {
    dash: {
      lengths: stroke.dash.lengths.map(length => fine(length / factor)),
      offset: fine(stroke.dash.offset / factor),
    },
  }),
})

function scaleMark(mark: Mark, factor: number): Mark {
  switch (mark.kind) {
    case 'path':
      return {
        ...mark,
        path: scalePath(mark.path, factor),
        ...(mark.fill && { fill: scalePaint(mark.fill, factor) }),
        ...(mark.stroke && { stroke: scaleStroke(mark.stroke, factor) }),
      }
    case 'glyphs':
      return {
        ...mark,
        size: fine(mark.size / factor),
        x: roundMm(mark.x / factor),
        y: roundMm(mark.y / factor),
        fill: mark.fill,
      }
    case 'image': {
      const [a, b, c, d, e, f] = mark.matrix
      const [width, skew, lean, height] = [a, b, c, d].map(each => roundMm(each / factor))
      return {
        ...mark,
        matrix: [width ?? a, skew ?? b, lean ?? c, height ?? d, roundMm(e / factor), roundMm(f / factor)],
      }
    }
    case 'group': {
      const { transform, clip, mask, qr, logo } = mark
      const box = (of: { readonly x: Mm; readonly y: Mm; readonly width: Mm; readonly height: Mm }) => ({
        x: roundMm(of.x / factor),
        y: roundMm(of.y / factor),
        width: roundMm(of.width / factor),
        height: roundMm(of.height / factor),
      })
      return {
        ...mark,
        marks: mark.marks.map(each => scaleMark(each, factor)),
        ...(transform && { transform: scaleMatrix(transform, factor) }),
        ...(clip && { clip: { ...clip, path: scalePath(clip.path, factor) } }),
        ...(mask && { mask: { ...mask, marks: mask.marks.map(each => scaleMark(each, factor)) } }),
        ...(qr && { qr: { ...qr, module: fine(qr.module / factor), box: box(qr.box) } }),
        ...(logo && { logo: { ...logo, box: box(logo.box) } }),
      }
    }
  }
}
