// The names of cells: `F17` is column 5 (from 0), row 17 (from 1).

export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`

const [A, Z, ZERO, NINE, DOLLAR] = [65, 90, 48, 57, 36]

/** Undefined for what is not the name of a cell. Read sign by sign: a large sheet holds millions of names. */
export function parseCellName(name: string): { readonly column: number; readonly row: number } | undefined {
  let [column, row, at] = [0, 0, name.charCodeAt(0) === DOLLAR ? 1 : 0]
  const start = at
  for (; at < name.length && at < start + 4; at++) {
    const letter = name.charCodeAt(at) & ~0x20
    if (letter < A || letter > Z) break
    column = column * 26 + letter - A + 1
  }
  if (at === start) return undefined
  if (name.charCodeAt(at) === DOLLAR) at++
  if (at === name.length || name.length - at > 8) return undefined
  for (; at < name.length; at++) {
    const digit = name.charCodeAt(at)
    if (digit < ZERO || digit > NINE) return undefined
    row = row * 10 + digit - ZERO
  }
  return { column: column - 1, row }
}
