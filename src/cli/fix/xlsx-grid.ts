// The rows and cells of a worksheet where they stand in its XML, and its merged cells (ISO/IEC 29500-1 18.3.1).
import { type Merge, mergeOf } from '../../input/table/merges.ts'
import { elementsIn, localName, type XmlElement } from './xml-places.ts'

export type SheetCell = XmlElement & {
  readonly column: number
  /** Empty for a formula that is that of another cell; undefined when the cell has none. */
  readonly formula: string | undefined
  readonly isFilled: boolean
  /** Some words of it, written in the cell itself, have a format of their own. */
  readonly isRich: boolean
  /** Of a text that is kept with the others of the workbook: its rank there. */
  readonly shared: number | undefined
}

export type SheetRow = XmlElement & { readonly number: number; readonly cells: readonly SheetCell[] }

export type Grid = { readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[] }

const columnOf = (reference: string): number =>
  [...reference.replace(/\d.*$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellOf(xml: string, element: XmlElement, column: number, inner: readonly XmlElement[]): SheetCell {
  const own = inner.filter(({ from }) => from > element.from)
  const named = (wanted: string): XmlElement | undefined => own.find(({ name }) => localName(name) === wanted)
  const [formula, value] = [named('f'), named('v')]
  return {
    ...element,
    column,
    formula: formula && xml.slice(formula.inside, formula.until),
    isFilled: value !== undefined || named('is') !== undefined,
    isRich: named('rPr') !== undefined,
    shared: element.attributes['t'] === 's' && value ? Number(xml.slice(value.inside, value.until)) : undefined,
  }
}

/** Rows and cells may leave out where they are: then they follow the one before. */
export function gridOf(xml: string): Grid {
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  let cells: SheetCell[] = []
  let inner: XmlElement[] = []
  let number = 0
  for (const element of elementsIn(xml, ['row', 'c', 'f', 'v', 'is', 'rPr', 'mergeCell'])) {
    const name = localName(element.name)
    const { r, ref = '' } = element.attributes
    if (name === 'c') {
      cells.push(cellOf(xml, element, r === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnOf(r), inner))
      inner = []
    } else if (name === 'row') {
      number = r === undefined ? number + 1 : Number(r)
      rows.push({ ...element, number, cells })
      cells = []
    } else if (name === 'mergeCell') merges.push(...[mergeOf(ref) ?? []].flat())
    else inner.push(element)
  }
  return { rows, merges }
}

/** Gives the merges over a row, rows being asked in order. */
export function mergesOver<Each extends Pick<Merge, 'first' | 'last'>>(
  merges: readonly Each[],
): (row: number) => readonly Each[] {
  const waiting = merges.toSorted((a, b) => a.first - b.first)
  let [next, active]: [number, Each[]] = [0, []]
  return row => {
    if (active.some(({ last }) => last < row)) active = active.filter(({ last }) => last >= row)
    for (let merge = waiting[next]; merge && merge.first <= row; merge = waiting[++next]) {
      if (merge.last >= row) active.push(merge)
    }
    return active
  }
}
