// Marks to SVG: the four kinds of mark, drawn with one look. The tree of groups is kept as it is.
import type { Assets, Font } from '../../model/assets.ts'
import { type Box, IDENTITY, type Matrix, multiply, type Path } from '../../model/geometry.ts'
import type { Gradient, Paint } from '../../model/ink.ts'
import {
  type FillRule,
  type GlyphsMark,
  type GroupMark,
  type ImageMark,
  isInk,
  type Mark,
  type PathMark,
  type Stroke,
} from '../../model/sheet.ts'
import { glyphsPath } from '../../text/outline.ts'
import type { Defs } from './defs.ts'
import { extentOf, meets } from './extent.ts'
import { gradientElement } from './gradient.ts'
import { isIdle, type PixelTarget } from './idle-clip.ts'
import { imageElement } from './image.ts'
import { liveText } from './live-text.ts'
import { AREA, type Look, type Use } from './look.ts'
import { ALPHA_LOOK, LUMINANCE_LOOK } from './mask-look.ts'
import { factor, number } from './number.ts'
import { pathData } from './path-data.ts'
import { type Attributes, element, pathElement } from './xml.ts'

type Clip = NonNullable<GroupMark['clip']>

export type Drawing = {
  readonly assets: Assets
  readonly defs: Defs
  readonly look: Look
  readonly text: 'outline' | 'live'
  readonly pixels?: PixelTarget
}

/**
 * Added up, not joined: V8 then copies the text of a group once in the end, not once for each group it is in.
 *
 * @param matrix from the marks' space to the sheet's
 */
export function drawMarks(marks: readonly Mark[], drawing: Drawing, matrix: Matrix = IDENTITY): string {
  let out = ''
  for (const mark of marks) out += drawMark(mark, drawing, matrix)
  return out
}

function drawMark(mark: Mark, drawing: Drawing, matrix: Matrix): string {
  if (mark.kind !== 'group' && drawing.pixels && !isSeen(mark, drawing, matrix, drawing.pixels.view)) return ''
  switch (mark.kind) {
    case 'group':
      return drawGroup(mark, drawing, matrix)
    case 'path':
      return drawPath(mark, drawing, matrix)
    case 'glyphs':
      return drawGlyphs(mark, drawing, matrix)
    case 'image':
      return drawImage(mark, drawing, matrix)
  }
}

/** resvg ends the process when it meets a group with an effect far outside its pixels: nothing outside may be left. */
function isSeen(mark: Exclude<Mark, GroupMark>, { assets }: Drawing, matrix: Matrix, view: Box): boolean {
  const extent = extentOf(mark, matrix, assets, view)
  return extent !== undefined && meets(extent, view)
}

function drawGroup(group: GroupMark, drawing: Drawing, matrix: Matrix): string {
  const blend = group.blend && drawing.look.blend(group.blend)
  if (group.blend && !blend) return ''
  const inner = group.transform ? multiply(matrix, group.transform) : matrix
  const content = drawMarks(group.marks, drawing, inner)
  if (content === '') return ''
  const effects: Attributes = {
    transform: group.transform && matrixText(group.transform),
    'clip-path': group.clip && clipOf(group.clip, drawing, inner),
    mask: group.mask && maskReference(group.mask, drawing, inner),
    opacity: group.opacity === undefined || group.opacity === 1 ? undefined : factor(group.opacity),
    style: groupStyle(blend, group.isolated === true),
  }
  const says = group.alt === undefined ? {} : { role: 'img', 'aria-label': group.alt }
  const isPlain = Object.values({ ...effects, ...says }).every(value => value === undefined)
  return isPlain ? content : element('g', { ...effects, ...says }, content)
}

const groupStyle = (blend: string | undefined, isolated: boolean): string | undefined => {
  const blending = blend === undefined || blend === 'normal' ? '' : `mix-blend-mode:${blend}`
  const isolation = isolated ? 'isolation:isolate' : ''
  return [blending, isolation].filter(Boolean).join(';') || undefined
}

export const matrixText = ([a, b, c, d, e, f]: Matrix): string => {
  if (a === 1 && b === 0 && c === 0 && d === 1) return `translate(${number(e)} ${number(f)})`
  return `matrix(${factor(a)} ${factor(b)} ${factor(c)} ${factor(d)} ${number(e)} ${number(f)})`
}

export const clipReference = (path: Path, rule: FillRule, defs: Defs): string => {
  const outline = pathElement(pathData(path), { 'clip-rule': rule === 'evenodd' ? 'evenodd' : undefined })
  return `url(#${defs.define('clip', id => element('clipPath', { id }, outline))})`
}

function clipOf({ path, rule }: Clip, { defs, pixels }: Drawing, matrix: Matrix): string | undefined {
  return pixels && isIdle(path, matrix, pixels) ? undefined : clipReference(path, rule, defs)
}

/** Covers every sheet there is, in the sheet's space or in that of a group scaled a thousand times. */
const EVERYWHERE = { x: '-99999', y: '-99999', width: '199998', height: '199998' }

function maskReference(mask: NonNullable<GroupMark['mask']>, drawing: Drawing, matrix: Matrix): string {
  const look = mask.kind === 'alpha' ? ALPHA_LOOK : LUMINANCE_LOOK
  return maskOf(drawMarks(mask.marks, { ...drawing, look, text: 'outline' }, matrix), drawing.defs)
}

export const maskOf = (content: string, defs: Defs): string =>
  `url(#${defs.define('mask', id => element('mask', { id, maskUnits: 'userSpaceOnUse', ...EVERYWHERE }, content))})`

function drawPath({ path, fill, fillRule, stroke }: PathMark, drawing: Drawing, matrix: Matrix): string {
  const filled = fill && paintText(fill, AREA, drawing)
  const stroked =
    stroke && paintText(stroke.paint, { kind: 'line', width: stroke.width * enlargement(matrix) }, drawing)
  if (filled === undefined && stroked === undefined) return ''
  return pathElement(pathData(path), {
    fill: filled ?? 'none',
    'fill-rule': filled !== undefined && fillRule === 'evenodd' ? 'evenodd' : undefined,
    ...(stroke && stroked !== undefined ? strokeAttributes(stroke, stroked) : {}),
  })
}

/** Mean enlargement: sizes that rules speak of are those on the sheet. */
const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

const strokeAttributes = ({ width, cap, join, miterLimit, dash }: Stroke, stroke: string): Attributes => ({
  stroke,
  'stroke-width': number(width),
  'stroke-linecap': cap === 'butt' ? undefined : cap,
  'stroke-linejoin': join === 'miter' ? undefined : join,
  'stroke-miterlimit': join === 'miter' ? factor(miterLimit) : undefined,
  'stroke-dasharray': dash && dash.lengths.length > 0 ? dash.lengths.map(number).join(' ') : undefined,
  'stroke-dashoffset': dash && dash.offset !== 0 ? number(dash.offset) : undefined,
})

function drawGlyphs(mark: GlyphsMark, drawing: Drawing, matrix: Matrix): string {
  const fill = paintText(mark.fill, { kind: 'text', size: mark.size * enlargement(matrix) }, drawing)
  if (fill === undefined) return ''
  const font = drawing.assets.font(mark.font)
  const live = drawing.text === 'live' ? liveText(mark, font, fill) : undefined
  if (live !== undefined) return live
  const data = outlineData(mark, font)
  return data === '' ? '' : pathElement(data, { fill, 'aria-label': mark.text })
}

const outlines = new WeakMap<GlyphsMark, string>()

function outlineData(mark: GlyphsMark, font: Font): string {
  const known = outlines.get(mark)
  if (known !== undefined) return known
  const data = pathData(glyphsPath(font, mark))
  outlines.set(mark, data)
  return data
}

function drawImage(mark: ImageMark, drawing: Drawing, matrix: Matrix): string {
  return imageElement(mark.matrix, drawing.assets.image(mark.image), drawing.look, matrix, drawing.pixels)
}

function paintText(paint: Paint, use: Use, drawing: Drawing): string | undefined {
  return isInk(paint) ? drawing.look.color(paint, use) : gradientReference(paint, drawing)
}

function gradientReference(gradient: Gradient, { look, defs }: Drawing): string | undefined {
  const stops = look.stops(gradient)
  return stops && `url(#${defs.define('gradient', id => gradientElement(id, gradient, stops))})`
}
