// Columns that a workbook hides and that are read: what they say is printed, and nobody sees it in the sheet.
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import type { Row } from '../table/table.ts'
import { type ColumnMap, cellAt } from './column-map.ts'

const SHOWN = 60

/** One remark for all of them. */
export function hiddenColumns(
  { hiddenColumns: hidden }: Row,
  { columns, ...place }: Pick<ColumnMap, 'file' | 'sheet' | 'header' | 'columns'>,
): readonly Diagnostic[] {
  const found = columns.filter(({ index, use }) => use.kind !== 'left' && hidden?.has(index) === true)
  const [first] = found
  if (!first) return []
  const list = (lang: keyof Text): string =>
    found
      .map(({ letter, title }) => {
        const shown = title.slice(0, SHOWN)
        return lang === 'fr' ? `${letter} « ${shown} »` : `${letter} “${shown}”`
      })
      .join(lang === 'fr' ? ' ; ' : '; ')
  const message = text(
    `colonnes masquées, lues comme les autres : ${list('fr')}`,
    `hidden columns, read as the others are: ${list('en')}`,
  )
  const title = first.title.slice(0, SHOWN)
  const hint = text(
    `affichez-les pour les relire ; pour en écarter une, \`--map\` : \`${title}: ignorer\``,
    `show them to read them again; to leave one out, \`--map\`: \`${title}: ignorer\``,
  )
  return [diagnose('column-hidden', cellAt(place, first.index, place.header), message, { hint })]
}
