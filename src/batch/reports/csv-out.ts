// The CSV that French spreadsheets open as it is: UTF-8 with its mark, semicolons, CRLF, decimal commas (CONTRACT §7).

export const CSV_START = '\uFEFF'

/** What a spreadsheet would take for a formula is made text; a tab or a return before it would hide it. */
const neutral = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvNumber = (value: number): string => String(value).replace('.', ',')

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell => quoted(neutral(cell))).join(';')}\r\n`

/** The records of a CSV of ours from its lines, each as it was written, line ends included: a cell may hold some. */
export function* csvRecords(lines: Iterable<string>): Generator<string, undefined> {
  let record = ''
  for (const line of lines) {
    record += `${line}\n`
    // A record ends outside quotes: their number is even there, doubled ones counted.
    if ((record.match(/"/g)?.length ?? 0) % 2 !== 0) continue
    yield record
    record = ''
  }
  return undefined
}

/** The cells of a record of ours, as they were before they were written. */
export const csvCells = (record: string): readonly string[] =>
  [...`;${record.replace(/\r?\n$/, '')}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, inQuotes, plain = '']) =>
    (inQuotes?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r])/, ''),
  )
