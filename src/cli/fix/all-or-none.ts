// Edits that make sense together only: an address cut into cells, the title of a column that it needs, merged cells.
import { cellName } from '../../input/table/cell-name.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'

export type Settled = {
  readonly made: readonly CellEdit[]
  readonly left: Corrected['left']
}

function groupedBy<Key>(
  edits: Iterable<CellEdit>,
  key: (edit: CellEdit) => Key,
): ReadonlyMap<Key, readonly CellEdit[]> {
  const groups = new Map<Key, CellEdit[]>()
  for (const edit of edits) {
    const group = groups.get(key(edit))
    if (group) group.push(edit)
    else groups.set(key(edit), [edit])
  }
  return groups
}

const goesWith = ({ column, row }: CellEdit): Text => {
  const cell = cellName(column, row)
  return text(`elle va avec ${cell}, qui ne peut pas changer`, `it goes with ${cell}, which cannot change`)
}

/**
 * @param refused edits that cannot be made, each with the reason
 * @param follows cells that say what the first one of their merge says, which is mended by itself: neither made nor left
 */
export function settled(
  edits: readonly CellEdit[],
  refused: ReadonlyMap<CellEdit, Text>,
  follows: ReadonlyMap<CellEdit, CellEdit> = new Map(),
): Settled {
  const left = new Map(refused)
  const parts = groupedBy(
    edits.filter(({ split }) => split === 'part'),
    ({ row }) => row,
  )
  const below = groupedBy(
    edits.filter(({ split }) => split !== 'title'),
    ({ column }) => column,
  )
  const followers = groupedBy(follows.keys(), edit => follows.get(edit))
  const withIt = (edit: CellEdit): readonly CellEdit[] => {
    if (edit.split === 'title') return below.get(edit.column) ?? []
    const first = edit.split === 'part' ? follows.get(edit) : undefined
    const own = edit.split === 'part' ? (parts.get(edit.row) ?? []) : []
    return [...own, ...(first ? [first] : []), ...(followers.get(edit) ?? [])]
  }
  // A map gives what is added to it while it is gone through.
  for (const [edit] of left) for (const each of withIt(edit)) if (!left.has(each)) left.set(each, goesWith(edit))
  const needed = ({ split, column }: CellEdit): boolean =>
    split !== 'title' || (below.get(column) ?? []).some(each => !left.has(each))
  return {
    made: edits.filter(edit => !left.has(edit) && !follows.has(edit) && needed(edit)),
    left: edits.flatMap(edit => {
      const why = left.get(edit)
      return why ? [{ edit, why }] : []
    }),
  }
}
