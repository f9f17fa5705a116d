// One printed face as a page: its boxes, and its parts in the order of painting.
import type { Matrix } from '../../model/geometry.ts'
import { toPt } from '../../model/length.ts'
import type { Sheet } from '../../model/sheet.ts'
import { isFlat } from '../../model/standard.ts'
import { type Part, selectPart } from '../../sheet/walk.ts'
import { createCanvas } from './canvas.ts'
import type { Drawing } from './drawing.ts'
import { type Layers, PARTS, plateRole } from './layers.ts'
import { artLook, plateLook } from './look.ts'
import { drawMarks } from './marks.ts'
import { matrixInPoints, transformOperators } from './number.ts'
import type { Dictionary } from './object.ts'

/** A page cannot be larger (ISO 32000-1 annex C), and UserUnit is not for print (GWG 2022 R0002). */
const LARGEST = 14_400

export function addFace(
  sheet: Sheet,
  layers: Layers,
  context: Omit<Drawing, 'canvas' | 'look' | 'matrix' | 'enlargement'>,
): void {
  const { file, output } = context
  const canvas = createCanvas(file)
  const matrix = sheetMatrix(sheet)
  canvas.put(transformOperators(matrixInPoints(matrix)))
  for (const part of PARTS) {
    const marks = selectPart(sheet.marks, part)
    if (marks.length === 0) continue
    const look = plateRole(part) ? plateLook(file, output) : artLook(file, output)
    drawLayer(part, layers, { ...context, canvas, matrix, look, enlargement: 1 }, drawing => drawMarks(marks, drawing))
  }
  file.addPage({
    ...boxes(sheet),
    Group: isFlat(output.standard)
      ? undefined
      : { Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK', I: true, K: false },
    Resources: canvas.resources.dictionary(),
    Contents: file.addStream({}, canvas.written()),
  })
}

function drawLayer(part: Part, layers: Layers, drawing: Drawing, draw: (drawing: Drawing) => void): void {
  const { canvas, output } = drawing
  // X-1a and X-3 know no layers: a plate is what its ink says.
  const layered = !isFlat(output.standard)
  if (layered) canvas.put(`/OC ${canvas.resources.use('Properties', layers.of(part))} BDC`)
  // The graphics state of one layer does not reach the next.
  canvas.nest(
    () => undefined,
    () => draw(drawing),
  )
  if (layered) canvas.put('EMC')
}

/** From the sheet (origin at the top-left corner of the trim, y down) to the page (bottom-left corner, y up), in mm. */
function sheetMatrix({ height, bleed, slug }: Sheet): Matrix {
  return [1, 0, 0, -1, slug[3] + bleed[3], height + bleed[2] + slug[2]]
}

function boxes({ width, height, bleed, slug }: Sheet): Dictionary {
  const left = slug[3] + bleed[3]
  const bottom = slug[2] + bleed[2]
  const media = [0, 0, left + width + bleed[1] + slug[1], bottom + height + bleed[0] + slug[0]]
  if (media.some(length => toPt(length) > LARGEST))
    throw new Error('a page of more than 5080 mm must be drawn to scale')
  return {
    MediaBox: media.map(toPt),
    BleedBox: [slug[3], slug[2], left + width + bleed[1], bottom + height + bleed[0]].map(toPt),
    TrimBox: [left, bottom, left + width, bottom + height].map(toPt),
  }
}
