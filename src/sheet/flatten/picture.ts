// What no vector says: the part of the sheet that a transparent thing changes, as pixels in output inks with a hard mask.
import { createHash } from 'node:crypto'
import type { Assets, Raster } from '../../model/assets.ts'
import { type Box, type Matrix, rectPath } from '../../model/geometry.ts'
import { type Cmyk, cmyk, PAPER } from '../../model/ink.ts'
import { type Mm, toPx } from '../../model/length.ts'
import type { BlendMode, GlyphsMark, GroupMark, Mark } from '../../model/sheet.ts'
import { inksOfPaint, walk } from '../walk.ts'
import { layByHue, type Source } from './hue-blend.ts'
import { intersection, type Leaf, leavesOf, type Place, paintOf } from './leaf.ts'
import { isSeparable } from './mix.ts'
import { clipped, type Studio } from './replay.ts'

export type Size = { readonly width: number; readonly height: number }

/** Draws marks in the four process inks over a box of the sheet: 4 bytes a pixel, 0 = no ink. */
export type DrawInks = (marks: readonly Mark[], box: Box, size: Size, assets: Assets) => Uint8Array

/** 40 megapixels: A3 at 600 ppi, or a square metre at 160; beyond, memory is not bounded any more. */
const MOST_PIXELS = 40_000_000

export type Obstacle =
  | { readonly kind: 'text'; readonly mark: GlyphsMark }
  | { readonly kind: 'spot'; readonly name: string }
  | { readonly kind: 'blend'; readonly blend: BlendMode }
  | { readonly kind: 'size'; readonly width: Mm; readonly height: Mm }

export type Picture = { readonly marks: readonly Mark[]; readonly width: Mm; readonly height: Mm } | Obstacle

/**
 * @param unit what is laid over the backdrop, with the groups around it
 * @param box what it may change
 */
export function takePicture(
  unit: Mark,
  place: Place,
  backdrop: readonly Leaf[],
  box: Box,
  studio: Studio & { readonly drawInks: DrawInks },
): Picture {
  const { assets, output, drawInks, keep } = studio
  const own = leavesOf([unit], place, assets)
  const spot = spotAmong([...backdrop, ...own])
  if (spot !== undefined) return { kind: 'spot', name: spot }
  const letters = own.flatMap(({ mark }) => (mark.kind === 'glyphs' ? [mark] : []))
  const [text] = letters
  if (text) return { kind: 'text', mark: text }
  const inner = hueWithin(unit)
  if (inner) return { kind: 'blend', blend: inner }
  const size = { width: toPx(box.width, output.flattenPpi), height: toPx(box.height, output.flattenPpi) }
  if (size.width * size.height > MOST_PIXELS) return { kind: 'size', width: box.width, height: box.height }
  if (size.width === 0 || size.height === 0) return { marks: [], width: 0, height: 0 }
  const under = backdrop.flatMap(leaf =>
    clipped(leaf.clips, [{ kind: 'group', transform: leaf.matrix, marks: [leaf.mark] }]),
  )
  const draw = (marks: readonly Mark[]): Uint8Array => drawInks(marks, box, size, assets)
  const over = (mark: Mark): readonly Mark[] =>
    clipped(place.clips, [{ kind: 'group', transform: place.matrix, marks: [mark] }])
  const before = draw(under)
  const after = isHueGroup(unit)
    ? layByHue(before, sourceOf(over({ ...unit, blend: 'normal' }), box, draw), unit.blend)
    : draw([...under, ...over(unit)])
  const changed = changedPart(before, after, size)
  if (!changed) return { marks: [], width: 0, height: 0 }
  const covered = backdrop.find(leaf => isChanged(leaf, changed, box, size))
  if (covered?.mark.kind === 'glyphs') return { kind: 'text', mark: covered.mark }
  keep(changed.raster)
  const [perColumn, perRow] = [box.width / size.width, box.height / size.height]
  const { raster, left, top } = changed
  const [width, height] = [raster.width * perColumn, raster.height * perRow]
  const matrix: Matrix = [width, 0, 0, height, box.x + left * perColumn, box.y + top * perRow]
  return { marks: [{ kind: 'image', image: raster.id, matrix }], width, height }
}

/** Whether a group is laid by a mode that looks at all inks together. */
const isHueGroup = (mark: Mark): mark is GroupMark & { readonly blend: BlendMode } =>
  mark.kind === 'group' && mark.blend !== undefined && !isSeparable(mark.blend)

/** Such a mode inside something that is itself seen through: its backdrop is not what lies on the sheet. */
function hueWithin(unit: Mark): BlendMode | undefined {
  if (unit.kind !== 'group') return undefined
  for (const { mark, inMask } of walk(unit.marks)) {
    if (!inMask && isHueGroup(mark)) return mark.blend
  }
  return undefined
}

function sourceOf(marks: readonly Mark[], box: Box, draw: (marks: readonly Mark[]) => Uint8Array): Source {
  const sheetOf = (fill: Cmyk): Mark => ({ kind: 'path', path: rectPath(box), fill })
  return { onPaper: draw([sheetOf(PAPER), ...marks]), onSolid: draw([sheetOf(SOLID), ...marks]) }
}

const SOLID = cmyk(100, 100, 100, 100)

/** A brand's own ink is on none of the four plates that pixels hold. */
function spotAmong(leaves: readonly Leaf[]): string | undefined {
  for (const leaf of leaves) {
    const paint = paintOf(leaf)
    for (const ink of paint ? inksOfPaint(paint) : []) if (ink.kind === 'spot' && ink.role === 'brand') return ink.name
  }
  return undefined
}

type Changed = { readonly raster: Raster; readonly left: number; readonly top: number }

/** The smallest rectangle that holds every pixel that differs; the others are left out of it by its mask. */
function changedPart(before: Uint8Array, after: Uint8Array, size: Size): Changed | undefined {
  const differs = (pixel: number): boolean => {
    const at = pixel * 4
    return (
      before[at] !== after[at] ||
      before[at + 1] !== after[at + 1] ||
      before[at + 2] !== after[at + 2] ||
      before[at + 3] !== after[at + 3]
    )
  }
  let [left, top, right, bottom] = [size.width, size.height, -1, -1]
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      if (!differs(y * size.width + x)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  if (right < 0) return undefined
  const [width, height] = [right - left + 1, bottom - top + 1]
  const pixels = new Uint8Array(width * height * 4)
  const alpha = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (top + y) * size.width + left
    pixels.set(after.subarray(from * 4, (from + width) * 4), y * width * 4)
    for (let x = 0; x < width; x++) alpha[y * width + x] = differs(from + x) ? 255 : 0
  }
  const id = createHash('sha256').update(pixels).update(alpha).update(`${width}`).digest('hex')
  const whole = alpha.every(value => value === 255)
  return {
    raster: { id: `flattened ${id}`, width, height, space: 'cmyk', pixels, ...(whole ? {} : { alpha }) },
    left,
    top,
  }
}

/** Whether pixels change where a text has its ink. */
function isChanged(leaf: Leaf, { raster, left, top }: Changed, box: Box, size: Size): boolean {
  if (leaf.mark.kind !== 'glyphs') return false
  const ink = intersection(leaf.box, box)
  if (!ink) return false
  const [columns, rows] = [size.width / box.width, size.height / box.height]
  const x0 = Math.max(0, Math.floor((ink.x - box.x) * columns) - left)
  const x1 = Math.min(raster.width, Math.ceil((ink.x + ink.width - box.x) * columns) - left)
  const y0 = Math.max(0, Math.floor((ink.y - box.y) * rows) - top)
  const y1 = Math.min(raster.height, Math.ceil((ink.y + ink.height - box.y) * rows) - top)
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (!raster.alpha || raster.alpha[y * raster.width + x] === 255) return true
  return false
}
