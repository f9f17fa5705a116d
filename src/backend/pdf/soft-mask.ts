// Soft masks: a gray drawing whose light says how much of something shows (ISO 32000-1 11.6.5).
import { type Box, IDENTITY } from '../../model/geometry.ts'
import type { Gradient } from '../../model/ink.ts'
import { toPt } from '../../model/length.ts'
import { createCanvas } from './canvas.ts'
import type { Ramp } from './color.ts'
import type { Drawing } from './drawing.ts'
import { shading } from './gradient.ts'
import type { Look } from './look.ts'
import type { Ref } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

/** Kept clear around a drawing, so that the edge of its box never shows. */
const AROUND = 1

const boxInPoints = ({ x, y, width, height }: Box): readonly number[] => [
  toPt(x) - AROUND,
  toPt(y) - AROUND,
  toPt(x + width) + AROUND,
  toPt(y + height) + AROUND,
]

/** A transparency group as a form: a drawing of its own, in the space where it is used. */
export function transparencyGroup(box: Box, look: Look, drawing: Drawing, draw: (inside: Drawing) => void): Ref {
  const { file } = drawing
  file.transparent()
  const canvas = createCanvas(file)
  draw({ ...drawing, canvas, look, matrix: IDENTITY })
  const content = canvas.written()
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: boxInPoints(box),
    Group: {
      Type: 'Group',
      S: 'Transparency',
      CS: look.kind === 'mask' ? 'DeviceGray' : 'DeviceCMYK',
      I: true,
      K: false,
    },
    Resources: canvas.resources.dictionary(),
  }
  return file.shareStream(dictionary, content)
}

/** The graphics state in which a group's light lets through; outside the group: nothing. */
export const softMask = (file: PdfFile, group: Ref): Ref =>
  file.share({ Type: 'ExtGState', SMask: { Type: 'Mask', S: 'Luminosity', G: group } })

/** The graphics state for what the alpha of a gradient's stops lets through, inside a box. */
export function alphaMask(gradient: Gradient, ramp: Ramp, box: Box, look: Look, drawing: Drawing): Ref {
  const gray: Ramp = {
    space: 'DeviceGray',
    stops: ramp.stops.map(({ at, alpha }) => ({ at, values: [alpha], alpha: 1 })),
  }
  const group = transparencyGroup(box, look, drawing, ({ file, canvas }) =>
    canvas.put(`${canvas.resources.use('Shading', shading(file, gradient, gray))} sh`),
  )
  return softMask(drawing.file, group)
}
