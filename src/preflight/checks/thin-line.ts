// Lines thinner than the printer can hold break up or vanish. Cut lines are followed, not printed.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const hundredth = (value: number): string => (Math.round(value * 100) / 100).toString()

export const thinLine: SheetCheck = {
  severity: 'error',
  title: text('un filet est trop fin', 'a line is too thin'),
  why: text(
    'Plus fin que ce que tient la machine, un filet se brise ou disparaît.',
    'Thinner than the press can hold, a line breaks up or vanishes.',
  ),
  fix: text('Épaississez le filet dans le modèle ou dans le logo.', 'Thicken the line in the template or in the logo.'),
  source: 'GWG 2022 R0018, R0019',
  *run({ sheet, printer }) {
    for (const { mark, matrix, layer, inMask } of walk(sheet.marks)) {
      if (mark.kind !== 'path' || !mark.stroke || layer !== 'art' || inMask) continue
      const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
      const width = mark.stroke.width * scale
      if (width >= printer.minLine - 0.0005) continue
      const [has, needs] = [hundredth(toPt(width)), hundredth(toPt(printer.minLine))]
      yield {
        message: text(
          `un filet de ${has.replace('.', ',')} pt, il en faut ${needs.replace('.', ',')}`,
          `a line of ${has} pt, ${needs} pt are needed`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
