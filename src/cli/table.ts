// Rows of text as aligned columns, for people; scripts ask for --json.

type Row = readonly string[]

/** Columns a text takes in a terminal: combining marks take none. Our own data holds no wide characters. */
const width = (cell: string): number => [...cell.replace(/\p{M}/gu, '')].length

const pad = (cell: string, to: number): string => cell + ' '.repeat(Math.max(0, to - width(cell)))

/** Cells of one column start below one another; nothing is left at the end of a line. */
export function align(rows: readonly Row[]): readonly string[] {
  const columns = Math.max(0, ...rows.map(row => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map(row => width(row[column] ?? ''))))
  return rows.map(row =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}

/** The same under headings. A column without any value is left out. */
export function table(headings: Row, rows: readonly Row[]): readonly string[] {
  const kept = headings.map((_, column) => rows.some(row => (row[column] ?? '') !== ''))
  return align([headings, ...rows].map(row => row.filter((_, column) => kept[column])))
}
