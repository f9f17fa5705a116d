// What signakit fix says once it is done: how many cells of each kind, and those that stay as they were.
import type { ColumnMap } from '../../input/columns/column-map.ts'
import type { InputRule } from '../../input/rules.ts'
import { inputRules } from '../../input/rules.ts'
import { cellName } from '../../input/table/cell-name.ts'
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
  return [...shown, ...moreLine(left)]
}

/** After the cells that are shown, how many are not. */
function others(all: readonly unknown[]): Text | undefined {
  const more = all.length - SHOWN
  if (more <= 0) return undefined
  return more > 1 ? text(`et ${more} autres`, `and ${more} others`) : text('et 1 autre', 'and 1 other')
}

function moreLine(all: readonly unknown[]): readonly Text[] {
  const more = others(all)
  return more ? [text(`  ${more.fr}`, `  ${more.en}`)] : []
}

type Cell = Pick<CellEdit, 'column' | 'row'>

/** « A2, A5 et 12 autres ». */
function listed(found: readonly Cell[]): Text {
  const names = found
    .slice(0, SHOWN)
    .map(({ column, row }) => cellName(column, row))
    .join(', ')
  const more = others(found)
  return more ? text(`${names} ${more.fr}`, `${names} ${more.en}`) : text(names, names)
}

function plainLines(plain: readonly Cell[]): readonly Text[] {
  if (plain.length === 0) return []
  const where = listed(plain)
  return [
    text(
      `  mise en forme d’une partie du texte perdue : ${where.fr}`,
      `  format of part of the text lost: ${where.en}`,
    ),
  ]
}

/** Where nothing in the copy would tell what has changed. */
function discussedLines(discussed: readonly CellEdit[]): readonly Text[] {
  const shown = discussed
    .slice(0, SHOWN)
    .map(edit =>
      text(
        `  ${cellOf(edit)} porte une discussion : Excel n’y montrera pas notre commentaire (c’était « ${edit.before} »)`,
        `  ${cellOf(edit)} holds a discussion: Excel will not show our comment there (it was “${edit.before}”)`,
      ),
    )
  return [...shown, ...moreLine(discussed)]
}

/** What batch would read of the copy as it is written: the results that formulas had before. */
function formulaLines(formulas: readonly Cell[], { columns, header }: ColumnMap): readonly Text[] {
  const read = new Set(columns.filter(({ use }) => use.kind === 'read').map(({ index }) => index))
  const old = formulas.filter(({ column, row }) => row > header && read.has(column))
  if (old.length === 0) return []
  const where = listed(old)
  return [
    text(
      `avant \`signakit batch\`, ouvrez la copie dans un tableur et enregistrez-la : jusque-là, les formules gardent leur ancien résultat (${where.fr})`,
      `before \`signakit batch\`, open the copy in a spreadsheet and save it: until then formulas keep their old result (${where.en})`,
    ),
  ]
}

const NONE_MADE = text(
  'aucune correction n’a pu être faite : la copie dit ce que dit l’original',
  'no cell could be mended: the copy says what the original says',
)

export function toldFix(
  edits: readonly SheetEdit[],
  { made, left, plain = [], discussed = [], formulas = [] }: Corrected,
  columns: ColumnMap,
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
    made.length === 0
      ? NONE_MADE
      : text(`${total.fr} à relire dans la copie :`, `${total.en} to read again in the copy:`),
    ...kinds,
    ...leftLines(left),
    ...plainLines(plain),
    ...discussedLines(discussed),
    ...formulaLines(formulas, columns),
  ]
}
