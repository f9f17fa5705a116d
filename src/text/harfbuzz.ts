// HarfBuzz objects behind our fonts: one face per file of the process, and the outlines it draws.
import * as hb from 'harfbuzzjs'
import type { Font } from '../model/assets.ts'
import type { Path, Segment } from '../model/geometry.ts'
import { createLru } from './lru.ts'

/** Faces kept open; HarfBuzz frees another once no font of ours speaks of it. */
const KEPT = 64

const faces = createLru<hb.Font>(KEPT)

/** The HarfBuzz font of a file, by its hash; made once per process, as long as it serves. */
export const openFace = (sha256: string, bytes: Uint8Array): hb.Font =>
  faces(sha256, () => new hb.Font(new hb.Face(new hb.Blob(bytes))))

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
