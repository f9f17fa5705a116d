// HarfBuzz objects behind our fonts: one face per file of the process, and the outlines it draws.
import * as hb from 'harfbuzzjs'
import type { Font } from '../model/assets.ts'
import type { Path, Segment } from '../model/geometry.ts'

const faces = new Map<string, hb.Font>()

/** The HarfBuzz font of a file, by its hash; made once per process. */
export function openFace(sha256: string, bytes: Uint8Array): hb.Font {
  const known = faces.get(sha256)
  if (known !== undefined) return known
  const face = new hb.Font(new hb.Face(new hb.Blob(bytes)))
  faces.set(sha256, face)
  return face
}

export const faceOf = (font: Font): hb.Font => openFace(font.sha256, font.bytes)

/** Collects one glyph; HarfBuzz calls back between `drawGlyph` and its return. */
let pen: Segment[] = []
let x0 = 0
let y0 = 0

const move = (x: number, y: number): void => {
  x0 = x
  y0 = y
}

const draw = new hb.DrawFuncs()
draw.setMoveToFunc((x, y) => {
  pen.push(['M', x, y])
  move(x, y)
})
draw.setLineToFunc((x, y) => {
  pen.push(['L', x, y])
  move(x, y)
})
draw.setQuadraticToFunc((cx, cy, x, y) => {
  // Degree elevation is exact: the control points sit at two thirds of the way to the quadratic's.
  pen.push(['C', (x0 + 2 * cx) / 3, (y0 + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3, x, y])
  move(x, y)
})
draw.setCubicToFunc((x1, y1, x2, y2, x, y) => {
  pen.push(['C', x1, y1, x2, y2, x, y])
  move(x, y)
})
draw.setClosePathFunc(() => {
  pen.push(['Z'])
})

/** The outline of a glyph in design units, y up. */
export function drawGlyph(face: hb.Font, glyph: number): Path {
  pen = []
  face.drawGlyph(glyph, draw)
  return pen
}
