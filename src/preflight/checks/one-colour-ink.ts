// A piece that is engraved or cut out is not printed: every mark is on a plate that a machine follows.
import { text } from '../../model/diagnostic.ts'
import type { Ink, PlateRole } from '../../model/ink.ts'
import { inksOfPaint, paintsOf, walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const FOLLOWED: readonly PlateRole[] = ['engrave', 'cut', 'kiss-cut', 'drill']

const isFollowed = (ink: Ink): boolean => ink.kind === 'spot' && FOLLOWED.some(role => role === ink.role)

export const oneColourInk: SheetCheck = {
  severity: 'error',
  locked: true,
  title: text(
    'de l’encre ou une image sur une pièce gravée ou découpée',
    'ink or a picture on an engraved or cut piece',
  ),
  why: text(
    'Une graveuse ou un traceur suit des contours : ni encre, ni pixels.',
    'An engraver or a cutter follows outlines: neither ink nor pixels.',
  ),
  fix: text(
    'Choisissez une matière imprimée, ou retirez la photo ou l’image.',
    'Choose a printed material, or remove the photo or picture.',
  ),
  *run({ sheet, product }) {
    if (product.art === 'printed') return
    for (const { mark, parents, inMask } of walk(sheet.marks)) {
      const pictured = mark.kind === 'image' || inMask
      if (!pictured && mark.kind !== 'glyphs' && paintsOf(mark).flatMap(inksOfPaint).every(isFollowed)) continue
      const how =
        product.art === 'engraved'
          ? text('ne se grave pas', 'cannot be engraved')
          : text('ne se découpe pas', 'cannot be cut out')
      const what = pictured ? text('une photo ou une image', 'a photo or picture') : text('une encre', 'an ink')
      yield {
        message: text(`${what.fr} ${how.fr}`, `${what.en} ${how.en}`),
        ...placeOf([...parents, mark].findLast(({ from }) => from !== undefined) ?? mark),
      }
    }
  },
}
