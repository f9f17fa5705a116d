// Text below what the printer or the material holds fills in or drops out.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const tenth = (value: number): string => (Math.round(value * 10) / 10).toString()

export const smallText: SheetCheck = {
  severity: 'error',
  title: text('un texte est trop petit', 'a text is too small'),
  why: text(
    'Plus petit que ce que tient la machine ou la matière, un texte se bouche ou s’efface.',
    'Smaller than the press or the material can hold, text fills in or drops out.',
  ),
  fix: text(
    'Choisissez une pièce plus grande, ou raccourcissez le texte.',
    'Choose a larger piece, or shorten the text.',
  ),
  source: 'GWG 2022 R0016, R0017',
  *run({ laidOut, printer }) {
    for (const { mark, matrix, inMask } of walk(laidOut.marks)) {
      if (mark.kind !== 'glyphs' || inMask) continue
      const size = mark.size * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
      if (size >= printer.minText - 0.0005) continue
      const [has, needs] = [tenth(toPt(size)), tenth(toPt(printer.minText))]
      yield {
        message: text(
          `« ${mark.text} » est composé en ${has.replace('.', ',')} pt, il en faut ${needs.replace('.', ',')}`,
          `“${mark.text}” is set at ${has} pt, ${needs} pt are needed`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
