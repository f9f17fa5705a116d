// Total ink of a face: of each object, then of what lies together, measured on the plates when colours can add up.
import { overprints } from '../backend/png/plate-ink.ts'
import { type PlatePicture, plates } from '../backend/png/plates.ts'
import { maxCoverage } from '../color/coverage.ts'
import type { Assets } from '../model/assets.ts'
import { type Box, type Matrix, outset, pathBounds, transformBox, transformPath } from '../model/geometry.ts'
import { isBlackOnly, totalInk } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'
import type { Mark, Output, Piece, Sheet } from '../model/sheet.ts'
import { inksOfPaint, paintsOf, type Visit, walk } from '../sheet/walk.ts'
import { markBounds } from '../text/measure.ts'

/** About this many pixels whatever the sheet, between these resolutions: an A4 at 72, an A0 at a pixel a millimetre. */
const PIXELS = 1_000_000
const FINEST = 72
const COARSEST = 25.4
/** GWG 2022 R0026: the mean over a square of this side. */
const WINDOW: Mm = 15

/** What a mark lays, in percent of all its process and brand inks; the heaviest of its stops or pixels. */
export function inkOfMark(mark: Mark, assets: Assets): number {
  if (mark.kind === 'image') return maxCoverage(assets.image(mark.image))
  let most = 0
  for (const paint of paintsOf(mark))
    for (const ink of inksOfPaint(paint)) if (isPrinted(ink)) most = Math.max(most, totalInk(ink))
  return most
}

const isPrinted = (ink: { readonly kind: string; readonly role?: string }): boolean =>
  ink.kind === 'cmyk' || ink.role === 'brand'

/** Marks that lay ink on the piece: not masks, not the press's own marks, not technical plates. */
export function* printedMarks(sheet: Sheet): Generator<Visit> {
  for (const visit of walk(sheet.marks)) {
    const { mark, layer, inMask } = visit
    if (!inMask && mark.kind !== 'group' && layer !== 'marks' && layer !== 'legend') yield visit
  }
}

export type TotalInk = {
  /** The most ink on one point, in whole percent. */
  readonly most: number
  /** The heaviest window; absent when colours only knock each other out: no window is then heavier than an object. */
  readonly window?: { readonly mean: number; readonly box: Box }
}

type Known = { readonly output: Output; readonly assets: Assets; readonly total: TotalInk }

const known = new WeakMap<Sheet, Known>()

/**
 * Objects knock out what is under them, so that a face lays no more than its heaviest object: nothing is drawn for that.
 * Where black overprints or a blend adds up, the plates are drawn and summed pixel by pixel. Worked out once for the check
 * and the manifest.
 */
export function totalInkOf(sheet: Sheet, piece: Piece, assets: Assets): TotalInk {
  const { output } = piece
  const before = known.get(sheet)
  if (before?.output === output && before.assets === assets) return before.total
  const total = measureTotal(sheet, piece, assets)
  known.set(sheet, { output, assets, total })
  return total
}

function measureTotal(sheet: Sheet, piece: Piece, assets: Assets): TotalInk {
  const objects = [...printedMarks(sheet)]
  const heaviest = objects.reduce((most, { mark }) => Math.max(most, inkOfMark(mark, assets)), 0)
  if (!addsUp(sheet, objects, piece.output, heaviest)) return { most: Math.round(heaviest) }
  const sums = sumOf(plates(sheet, piece, assets, resolutionOf(sheet), 'printed'), sheet)
  const window = heaviestWindow(sums)
  const measured = (Math.max(0, ...rowMaxima(sums)) * 100) / 255
  // Small letters are paler at this resolution than on the press, an object alone is known exactly.
  return { most: Math.round(Math.max(heaviest, measured)), ...(window && { window }) }
}

/** Pixels an inch of the plates that are measured. */
const resolutionOf = ({ width, height }: Sheet): number =>
  Math.min(FINEST, Math.max(COARSEST, Math.sqrt(PIXELS / (width * height)) * 25.4))

/** Whether inks of several objects can lie on one point and pass the limit. */
function addsUp(sheet: Sheet, objects: readonly Visit[], output: Output, heaviest: number): boolean {
  if (walk(sheet.marks).some(({ mark }) => mark.kind === 'group' && (mark.blend ?? 'normal') !== 'normal')) return true
  return heaviest > output.maxInk - 100 && objects.some(visit => blackOverprints(visit, output))
}

const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** Whether a mark is black text or a black line small enough to lie over colours. */
function blackOverprints({ mark, matrix }: Visit, { blackOverprint }: Output): boolean {
  if (mark.kind === 'glyphs' && mark.fill.kind === 'cmyk' && isBlackOnly(mark.fill))
    return overprints(mark.fill, { kind: 'text', size: mark.size * enlargement(matrix) }, blackOverprint)
  if (mark.kind !== 'path' || mark.stroke?.paint.kind !== 'cmyk' || !isBlackOnly(mark.stroke.paint)) return false
  return overprints(mark.stroke.paint, { kind: 'line', width: mark.stroke.width * enlargement(matrix) }, blackOverprint)
}

/** Sums of plates over trim and bleed, 0 to 255 for each plate, with the place of their first pixel. */
type Sums = {
  readonly width: number
  readonly height: number
  readonly origin: readonly [x: Mm, y: Mm]
  /** Millimetres a pixel. */
  readonly step: readonly [x: Mm, y: Mm]
  readonly values: Float64Array
}

/** What is outside the bleed is for the press and is cut away. */
function sumOf(pictures: ReadonlyMap<string, PlatePicture>, sheet: Sheet): Sums {
  const all = [...pictures.values()]
  const whole = outset(outset({ x: 0, y: 0, width: sheet.width, height: sheet.height }, sheet.bleed), sheet.slug)
  const { width: columns = 1, height: rows = 1 } = all[0] ?? {}
  const step = [whole.width / columns, whole.height / rows] as const
  const [top, right, bottom, left] = sheet.slug
  const first = { x: Math.ceil(left / step[0]), y: Math.ceil(top / step[1]) }
  const width = Math.max(1, columns - first.x - Math.ceil(right / step[0]))
  const height = Math.max(1, rows - first.y - Math.ceil(bottom / step[1]))
  const values = new Float64Array(width * height)
  for (const { pixels } of all)
    for (let y = 0, to = 0; y < height; y++)
      for (let from = (y + first.y) * columns + first.x, end = from + width; from < end; from++, to++)
        values[to] = (values[to] ?? 0) + (pixels[from] ?? 0)
  const origin = [whole.x + first.x * step[0], whole.y + first.y * step[1]] as const
  return { width, height, origin, step, values }
}

function* rowMaxima({ width, height, values }: Sums): Generator<number> {
  for (let y = 0; y < height; y++) {
    let most = 0
    for (let at = y * width; at < (y + 1) * width; at++) most = Math.max(most, values[at] ?? 0)
    yield most
  }
}

/** By a summed-area table: each window costs four look-ups. */
function heaviestWindow(sums: Sums): TotalInk['window'] {
  const { width, height, origin, step } = sums
  const columns = Math.min(width, Math.max(1, Math.round(WINDOW / step[0])))
  const rows = Math.min(height, Math.max(1, Math.round(WINDOW / step[1])))
  const table = areaTable(sums)
  const line = width + 1
  let best = { sum: -1, x: 0, y: 0 }
  for (let y = 0; y + rows <= height; y++)
    for (let x = 0; x + columns <= width; x++) {
      const above = y * line + x
      const below = (y + rows) * line + x
      const sum =
        (table[below + columns] ?? 0) - (table[below] ?? 0) - (table[above + columns] ?? 0) + (table[above] ?? 0)
      if (sum > best.sum) best = { sum, x, y }
    }
  return {
    mean: (best.sum * 100) / 255 / (rows * columns),
    box: {
      x: origin[0] + best.x * step[0],
      y: origin[1] + best.y * step[1],
      width: columns * step[0],
      height: rows * step[1],
    },
  }
}

function areaTable({ width, height, values }: Sums): Float64Array {
  const line = width + 1
  const table = new Float64Array(line * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += values[y * width + x] ?? 0
      table[(y + 1) * line + x + 1] = (table[y * line + x + 1] ?? 0) + row
    }
  }
  return table
}

/** Where a mark paints, on the sheet; nothing when it paints nothing. */
export function boxOfMark({ mark, matrix }: Visit, assets: Assets): Box | undefined {
  switch (mark.kind) {
    case 'group':
      return undefined
    case 'path':
      return pathBounds(transformPath(mark.path, matrix))
    case 'glyphs': {
      const box = markBounds(assets.font(mark.font), mark)
      return box && transformBox(box, matrix)
    }
    case 'image':
      return transformBox(transformBox({ x: 0, y: 0, width: 1, height: 1 }, mark.matrix), matrix)
  }
}
