// A tool hollows out nothing thinner than itself: a hairline in an engraving is a line twice too wide, or none.
import { text } from '../../model/diagnostic.ts'
import type { Mm } from '../../model/length.ts'
import type { Mark, Sheet } from '../../model/sheet.ts'
import { thinParts } from '../../sheet/thin-parts.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const tenth = (mm: Mm): string => (Math.round(mm * 10) / 10).toString()

type Thin = { readonly length: Mm; readonly mark: Mark }

/** The letters of a text are one finding: the worst of those that have the same line to edit. */
function worstOf({ marks }: Sheet, tool: Mm): readonly Thin[] {
  const worst = new Map<string, Thin>()
  for (const { mark, matrix, layer } of walk(marks)) {
    if (mark.kind !== 'path' || layer !== 'engrave') continue
    const [length] = thinParts(mark.path, matrix, tool)
    const key = JSON.stringify(placeOf(mark))
    if (length !== undefined && length > (worst.get(key)?.length ?? 0)) worst.set(key, { length, mark })
  }
  return [...worst.values()]
}

export const engravingThin: SheetCheck = {
  severity: 'error',
  title: text('un tracé est plus fin que la fraise', 'a shape is thinner than the engraving tool'),
  why: text(
    'La fraise ne creuse rien de plus étroit qu’elle : le trait serait deux fois trop large, ou manquerait.',
    'The tool hollows out nothing narrower than itself: the line would be twice too wide, or missing.',
  ),
  fix: text(
    'Choisissez une plaque plus grande, un texte plus court ou un logo au trait plus épais.',
    'Choose a larger plaque, a shorter text, or a logo with thicker lines.',
  ),
  source: 'diamètre de la fraise, fichier du produit',
  *run({ sheet, product }) {
    if (product.tool === 0) return
    const tool = tenth(product.tool)
    for (const { length, mark } of worstOf(sheet, product.tool)) {
      yield {
        message: text(
          `un tracé est plus fin que la fraise de ${tool.replace('.', ',')} mm, sur ${tenth(length).replace('.', ',')} mm`,
          `a shape is thinner than the tool of ${tool} mm, over ${tenth(length)} mm`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
