// Marks to operators: the four kinds of mark, drawn with one look. The tree of groups is kept as it is.
import { type Matrix, multiply } from '../../model/geometry.ts'
import { toPt } from '../../model/length.ts'
import type { GlyphsMark, GroupMark, ImageMark, Mark } from '../../model/sheet.ts'
import { glyphsPath } from '../../text/outline.ts'
import type { Overprint } from './canvas.ts'
import type { Drawing } from './drawing.ts'
import { blendName, effectOf } from './effect.ts'
import { extentOf } from './extent.ts'
import type { EmbeddedFont } from './font.ts'
import { imageObject } from './image.ts'
import { textOperators } from './live-text.ts'
import { ALPHA_LOOK, LUMINANCE_LOOK } from './mask-look.ts'
import { enlargementOf, matrixInPoints, transformOperators } from './number.ts'
import type { Ref } from './object.ts'
import { overprintOf, setPaint } from './paint.ts'
import { pathData } from './path-data.ts'
import { drawPath, fillPath, through } from './shape.ts'
import { softMask, transparencyGroup } from './soft-mask.ts'

export function drawMarks(marks: readonly Mark[], drawing: Drawing): void {
  for (const mark of marks) drawMark(mark, drawing)
}

function drawMark(mark: Mark, drawing: Drawing): void {
  switch (mark.kind) {
    case 'group':
      drawGroup(mark, drawing)
      break
    case 'path':
      drawPath(mark, drawing)
      break
    case 'glyphs':
      drawGlyphs(mark, drawing)
      break
    case 'image':
      drawImage(mark, drawing)
      break
  }
}

function drawGlyphs(mark: GlyphsMark, drawing: Drawing): void {
  if (mark.glyphs.length === 0) return
  const limit = drawing.output.blackOverprint.text
  const overprint = overprintOf('fill', mark.fill, mark.size, limit, drawing)
  // What a mask cuts out is a shape, not text to be read.
  const embedded = drawing.look.kind === 'mask' ? undefined : drawing.typeset.fontOf(mark)
  through(mark.fill, mark, drawing, () => {
    if (embedded) drawText(mark, embedded, overprint, drawing)
    else fillPath(glyphsPath(drawing.assets.font(mark.font), mark), mark.fill, 'nonzero', overprint, drawing)
  })
}

function drawText(mark: GlyphsMark, embedded: EmbeddedFont, overprint: Overprint, drawing: Drawing): void {
  const { canvas, typeset } = drawing
  canvas.overprint(overprint)
  setPaint(mark.fill, 'fill', drawing)
  const name = canvas.resources.use('Font', embedded.ref)
  canvas.put(textOperators(mark, embedded, name, typeset.needsActualText(mark)))
}

/** PDF draws a picture upwards in the unit square. */
const UPWARDS: Matrix = [1, 0, 0, -1, 0, 1]

function drawImage({ image, matrix }: ImageMark, { file, canvas, look, assets }: Drawing): void {
  const object = imageObject(file, look.raster(assets.image(image)))
  // Gray pixels would leave the colours under them on their plates.
  canvas.overprint('none')
  const place = () => canvas.put(transformOperators(imageMatrix(matrix)))
  canvas.nest(place, () => canvas.put(`${canvas.resources.use('XObject', object)} Do`))
}

/** From a square of one point, not of one millimetre. */
const imageMatrix = (matrix: Matrix): Matrix => {
  const [a, b, c, d, e, f] = multiply(matrix, UPWARDS)
  return [toPt(a), toPt(b), toPt(c), toPt(d), toPt(e), toPt(f)]
}

function drawGroup(group: GroupMark, drawing: Drawing): void {
  const { transform, clip, opacity } = group
  if (opacity === 0 || clip?.path.length === 0) return
  const inside = transform ? within(transform, drawing) : drawing
  // A space without area shows nothing, and a pattern could not be placed in it.
  if (inside.enlargement === 0) return
  const { canvas } = drawing
  const enter = (): void => {
    if (transform) canvas.put(transformOperators(matrixInPoints(transform)))
    if (clip) canvas.put(`${pathData(clip.path)}\n${clip.rule === 'evenodd' ? 'W*' : 'W'} n`)
  }
  if (transform || clip) canvas.nest(enter, () => drawContent(group, inside))
  else drawContent(group, inside)
}

const within = (transform: Matrix, drawing: Drawing): Drawing => ({
  ...drawing,
  matrix: multiply(drawing.matrix, transform),
  enlargement: drawing.enlargement * enlargementOf(transform),
})

function drawContent(group: GroupMark, drawing: Drawing): void {
  if (drawing.look.kind === 'plate') {
    drawOnPlate(group, drawing)
    return
  }
  switch (effectOf(group)) {
    case 'none':
      drawMarks(group.marks, drawing)
      break
    case 'state':
      under(effectState(group, drawing), drawing, () => drawMarks(group.marks, drawing))
      break
    case 'group':
      drawApart(group, drawing)
      break
  }
}

/** No transparency group may hold a plate (it would lose it): opacity becomes tint; there is no such way for a mask. */
function drawOnPlate({ marks, mask, opacity = 1 }: GroupMark, drawing: Drawing): void {
  if (mask) throw new Error('a technical plate cannot be masked')
  drawMarks(marks, { ...drawing, look: drawing.look.weaker(opacity) })
}

function drawApart(group: GroupMark, drawing: Drawing): void {
  const { look, assets } = drawing
  const box = extentOf(group.marks, assets)
  if (!box) return
  const { mask } = group
  const content = transparencyGroup(box, look, drawing, inside => drawMarks(group.marks, inside))
  const masked = (to: Drawing): void => {
    if (mask) under(maskState(mask, to), to, () => drawForm(content, to))
    else drawForm(content, to)
  }
  // Never a mask and an opacity in one state: MuPDF counts the opacity twice, poppler forgets it.
  if (!mask || isPlain(group)) underEffect(group, drawing, () => masked(drawing))
  else {
    const whole = transparencyGroup(box, look, drawing, masked)
    underEffect(group, drawing, () => drawForm(whole, drawing))
  }
}

const isPlain = ({ opacity = 1, blend = 'normal' }: GroupMark): boolean => opacity === 1 && blend === 'normal'

function drawForm(form: Ref, { canvas }: Drawing): void {
  canvas.put(`${canvas.resources.use('XObject', form)} Do`)
}

function underEffect(group: GroupMark, drawing: Drawing, draw: () => void): void {
  if (isPlain(group)) draw()
  else under(effectState(group, drawing), drawing, draw)
}

function under(state: Ref, { canvas }: Drawing, draw: () => void): void {
  canvas.nest(() => canvas.put(`${canvas.resources.use('ExtGState', state)} gs`), draw)
}

function effectState({ opacity = 1, blend = 'normal' }: GroupMark, { file }: Drawing): Ref {
  file.transparent()
  return file.share({ Type: 'ExtGState', BM: blendName(blend), CA: opacity, ca: opacity })
}

/** A mask in which nothing is drawn hides everything. */
function maskState(mask: NonNullable<GroupMark['mask']>, drawing: Drawing): Ref {
  const look = mask.kind === 'alpha' ? ALPHA_LOOK : LUMINANCE_LOOK
  const box = extentOf(mask.marks, drawing.assets) ?? { x: 0, y: 0, width: 0, height: 0 }
  return softMask(
    drawing.file,
    transparencyGroup(box, look, drawing, inside => drawMarks(mask.marks, inside)),
  )
}
