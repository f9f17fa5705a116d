// White text fills in and text of several inks looks double before plain text does.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'
import { printedMarks } from '../total-ink.ts'
import { reversedAs } from './reversed.ts'

const tenth = (value: number): string => (Math.round(value * 10) / 10).toString()

export const reversedText: SheetCheck = {
  severity: 'warning',
  title: text(
    'un texte blanc ou de plusieurs encres est trop petit',
    'a text that is white or in several inks is too small',
  ),
  why: text(
    'L’encre autour bouche les petites lettres blanches, et celles de plusieurs encres se dédoublent dès qu’une planche bouge.',
    'The ink around fills in small white letters, and those in several inks look double as soon as a plate shifts.',
  ),
  fix: text(
    'Agrandissez le texte, ou donnez-lui une seule encre dans la charte.',
    'Make the text larger, or give it a single ink in the brand.',
  ),
  source: 'GWG 2022 R0016, R0017',
  *run({ sheet, printer: { minText, minReversedText } }) {
    for (const { mark, matrix } of printedMarks(sheet)) {
      if (mark.kind !== 'glyphs') continue
      const size = mark.size * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
      // What is too small for any text is an error already.
      if (size < minText - 0.0005 || size >= minReversedText - 0.0005) continue
      const as = reversedAs(mark.fill)
      if (!as) continue
      const [has, needs] = [tenth(toPt(size)), tenth(toPt(minReversedText))]
      yield {
        message: text(
          `« ${mark.text} » (texte ${as.fr}) est composé en ${has.replace('.', ',')} pt, il en faut ${needs.replace('.', ',')}`,
          `“${mark.text}” (text ${as.en}) is set at ${has} pt, ${needs} pt are needed`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
