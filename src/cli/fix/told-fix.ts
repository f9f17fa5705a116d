// What signakit fix says once it is done: how many cells of each kind, and those that stay as they were.
import type { InputRule } from '../../input/rules.ts'
import { inputRules } from '../../input/rules.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'
import { cellOf, type SheetEdit } from './sheet-edits.ts'

const cells = (count: number): Text =>
  count > 1 ? text(`${count} cellules`, `${count} cells`) : text(`${count} cellule`, `${count} cell`)

/** More of them are counted. */
const SHOWN = 5

function leftLines(left: Corrected['left']): readonly Text[] {
  const shown = left
    .slice(0, SHOWN)
    .map(({ edit, why }) =>
      text(`  ${cellOf(edit)} reste telle quelle : ${why.fr}`, `  ${cellOf(edit)} stays as it is: ${why.en}`),
    )
  const more = left.length - shown.length
  return more > 0 ? [...shown, text(`  et ${more} autres`, `  and ${more} others`)] : shown
}

export function toldFix(
  edits: readonly SheetEdit[],
  made: readonly CellEdit[],
  left: Corrected['left'],
): readonly Text[] {
  if (edits.length === 0)
    return [text('rien à corriger : la copie est l’original', 'nothing to mend: the copy is the original')]
  const done = new Set(made)
  const counts = new Map<InputRule, number>()
  for (const edit of edits)
    if (done.has(edit)) for (const rule of edit.rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const kinds = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([rule, count]) => {
      const { title } = inputRules[rule]
      return text(`  ${title.fr} : ${count}`, `  ${title.en}: ${count}`)
    })
  const total = cells(made.length)
  return [
    text(`${total.fr} à relire dans la copie :`, `${total.en} to read again in the copy:`),
    ...kinds,
    ...leftLines(left),
  ]
}
