// White lines fill in and lines of several inks look double before plain lines do.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'
import { printedMarks } from '../total-ink.ts'
import { reversedAs } from './reversed.ts'

const hundredth = (value: number): string => (Math.round(value * 100) / 100).toString()

export const reversedLine: SheetCheck = {
  severity: 'warning',
  title: text(
    'un filet blanc ou de plusieurs encres est trop fin',
    'a line that is white or in several inks is too thin',
  ),
  why: text(
    'L’encre autour bouche un filet blanc, et un filet de plusieurs encres se dédouble dès qu’une planche bouge.',
    'The ink around fills in a white line, and a line in several inks looks double as soon as a plate shifts.',
  ),
  fix: text(
    'Épaississez le filet dans le modèle ou dans le logo, ou donnez-lui une seule encre.',
    'Thicken the line in the template or in the logo, or give it a single ink.',
  ),
  source: 'GWG 2022 R0018, R0019',
  *run({ sheet, printer: { minLine, minReversedLine } }) {
    for (const { mark, matrix, layer } of printedMarks(sheet)) {
      if (mark.kind !== 'path' || !mark.stroke || layer !== 'art') continue
      const width = mark.stroke.width * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
      // What is too thin for any line is an error already.
      if (width < minLine - 0.0005 || width >= minReversedLine - 0.0005) continue
      const as = reversedAs(mark.stroke.paint)
      if (!as) continue
      const [has, needs] = [hundredth(toPt(width)), hundredth(toPt(minReversedLine))]
      yield {
        message: text(
          `un filet ${as.fr} de ${has.replace('.', ',')} pt, il en faut ${needs.replace('.', ',')}`,
          `a line ${as.en} of ${has} pt, ${needs} pt are needed`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
