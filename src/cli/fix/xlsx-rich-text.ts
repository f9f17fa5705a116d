// Texts of a workbook some of whose words have a format of their own (ISO/IEC 29500-1 18.4.4): mended, they lose it.
import type { CellEdit } from './cell-edit.ts'
import type { SheetCell } from './xlsx-grid.ts'
import { elementsIn, localName } from './xml-places.ts'

/** The ranks, among the texts that cells share, of those that have formats inside. */
function richStrings(xml: string): ReadonlySet<number> {
  const rich = new Set<number>()
  let [rank, isRich] = [0, false]
  for (const { name } of elementsIn(xml, ['si', 'rPr'])) {
    if (localName(name) === 'rPr') {
      isRich = true
      continue
    }
    if (isRich) rich.add(rank)
    isRich = false
    rank++
  }
  return rich
}

/** The edits that take such formats away. A cell that is emptied has no text left that could have one. */
export function plainEdits(
  changed: readonly { readonly edit: CellEdit; readonly cell: SheetCell }[],
  strings: () => string | undefined,
): readonly CellEdit[] {
  const filled = changed.filter(({ edit }) => edit.after !== '')
  const shared = filled.some(({ cell }) => cell.shared !== undefined) ? strings() : undefined
  const rich = shared === undefined ? undefined : richStrings(shared)
  const wasRich = ({ isRich, shared: rank }: SheetCell): boolean =>
    isRich || (rank !== undefined && rich?.has(rank) === true)
  return filled.filter(({ cell }) => wasRich(cell)).map(({ edit }) => edit)
}
