// Rows of text as aligned columns, for people; scripts ask for --json.

/** Columns a text takes in a terminal: combining marks take none. Our own data holds no wide characters. */
const width = (cell: string): number => [...cell.replace(/\p{M}/gu, '')].length

const pad = (cell: string, to: number): string => cell + ' '.repeat(Math.max(0, to - width(cell)))

/** The last column is not padded. A column without any value is left out. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const kept = headings.map((_, column) => rows.some(row => (row[column] ?? '') !== ''))
  const lines = [headings, ...rows].map(row => row.filter((_, column) => kept[column]))
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map(line => width(line[column] ?? ''))))
  return lines.map(line =>
    line
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}
