// What each column of a sheet is for: the value that `--plan` shows, and that every row is read with.
import { type Cell, type Text, text } from '../../model/diagnostic.ts'
import type { Caf } from '../reference.ts'
import { cellName, columnName } from '../table/cell-name.ts'
import type { Family } from './column-options.ts'

/** What a kit path takes from a column. A list is cut at `;`, `|` and line breaks. */
export type Field =
  | { readonly kind: 'text' | 'list' | 'policies' | 'partners' | 'logos' | 'town-line'; readonly path: string }
  /** Parts of one value, joined by spaces in the order of `rank`. */
  | { readonly kind: 'part'; readonly path: string; readonly rank: number }
  /** `partenaire 2`, `logo 2`: one key of the item that `item` numbers. */
  | { readonly kind: 'item'; readonly path: string; readonly item: number; readonly key: string }
  /** « vitrophanie-a5 ; plaque-300x200 × 2 ». */
  | { readonly kind: 'pieces' }
  /** How many of one product. */
  | {
      readonly kind: 'product'
      readonly product: string
      readonly orientation?: string
      readonly pose?: string
    }
  /** A key of every piece of the row that takes it. */
  | { readonly kind: 'piece-key'; readonly key: string }
  | { readonly kind: 'status' | 'closing-date' }

export type Use =
  | { readonly kind: 'read'; readonly field: Field }
  /** `mayOrder`: its title names a product, so that its counts are looked at, and a row that has one is refused. */
  | { readonly kind: 'left'; readonly why: Text; readonly mayOrder?: true }
  /** Gives the value where the surer column, at that index, is empty; where both are filled they must agree. */
  | { readonly kind: 'second'; readonly field: Field; readonly after: number }

export type Column = {
  /** `F`, as the spreadsheet names it. */
  readonly letter: string
  /** From 0. */
  readonly index: number
  /** On one line. */
  readonly title: string
  readonly use: Use
}

/** The columns that `errors.csv` adds to those of its sheet: where they start, from 0, and how many they are. */
export type Report = { readonly first: number; readonly count: number }

export type ColumnMap = {
  readonly file: string
  readonly sheet: string
  /** Number of the header row, as the spreadsheet counts. */
  readonly header: number
  /** Columns that the header has, those of a report that `errors.csv` added included: these are not in `columns`. */
  readonly width: number
  /** They are in `columns`, and not read, where columns that `signakit fix` added follow them. */
  readonly report?: Report | undefined
  /** Rows below the header that say it again, in other words. */
  readonly repeated: readonly number[]
  /** Rows among the first ones that say other titles: what stands below them is another table. */
  readonly strayTitles: readonly number[]
  readonly columns: readonly Column[]
  /** Whether its rows give all of their cells, the last empty ones too, as spreadsheets write a CSV. */
  readonly isEven: boolean
  /** The keys of pieces that each family of products takes. */
  readonly families: readonly Family[]
  /** Whether the pieces are given for all rows: what they order does not count. */
  readonly givenPieces: boolean
  /** The Cafs that a row may name. */
  readonly cafs: readonly Caf[]
}

type Sheet = { readonly file: string; readonly sheet: string }

export const cellAt = ({ file, sheet }: Sheet, index: number, row: number): Cell => ({
  file,
  sheet,
  cell: cellName(index, row),
})

/** The path as a kit file spells it, for people: `adresse.commune`, `pieces`, `statut`. */
export function pathOf(field: Field): string {
  const short = (path: string): string => path.replace(/^(structure|kit)\./, '')
  switch (field.kind) {
    case 'pieces':
      return 'pieces'
    case 'product':
      return field.product
    case 'piece-key':
      return field.key
    case 'status':
    case 'closing-date':
      return 'statut'
    case 'logos':
      return 'partenaires.logo'
    case 'item':
      return `${short(field.path)}.${field.item}.${field.key}`
    case 'town-line':
      return 'adresse.code-postal + adresse.commune'
    case 'part':
    case 'text':
    case 'list':
    case 'policies':
    case 'partners':
      return short(field.path)
  }
}

/** A column's fate in words: its path, or why it is not read. */
export function toldUse({ use }: Column): Text {
  if (use.kind === 'left') return use.why
  const path = pathOf(use.field)
  if (use.kind === 'second') {
    const first = columnName(use.after)
    return text(`${path}, où la colonne ${first} est vide`, `${path}, where column ${first} is empty`)
  }
  return use.field.kind === 'product' ? text(`nombre de ${path}`, `count of ${path}`) : text(path, path)
}
