// Mirrors a face left to right: art and every plate turn together, so that what is read through glass reads right.
import { type Matrix, mirrorEdges, multiply, roundPath, transformPath } from '../model/geometry.ts'
import { roundMm } from '../model/length.ts'
import type { Mark, Sheet } from '../model/sheet.ts'

/** Each layer keeps its own group, whose content is mirrored as a whole: live text stays text. */
const mirrorMark = (mark: Mark, matrix: Matrix): Mark =>
  mark.kind === 'group'
    ? { ...mark, transform: mark.transform ? multiply(matrix, mark.transform) : matrix }
    : { kind: 'group', transform: matrix, marks: [mark] }

/** Turns a sheet over; doing it twice gives the same picture. Marks for the press are added after, never mirrored. */
export function mirror(sheet: Sheet): Sheet {
  const matrix: Matrix = [-1, 0, 0, 1, sheet.width, 0]
  return {
    ...sheet,
    cut: roundPath(transformPath(sheet.cut, matrix)),
    bleedPath: roundPath(transformPath(sheet.bleedPath, matrix)),
    ...(sheet.kissCut?.through && { kissCut: { through: roundPath(transformPath(sheet.kissCut.through, matrix)) } }),
    bleed: mirrorEdges(sheet.bleed),
    slug: mirrorEdges(sheet.slug),
    mirrored: !sheet.mirrored,
    holes: sheet.holes.map(hole => ({ ...hole, x: roundMm(sheet.width - hole.x) })),
    marks: sheet.marks.map(mark => mirrorMark(mark, matrix)),
  }
}
