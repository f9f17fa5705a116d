// The CSV that French spreadsheets open as it is: UTF-8 with its mark, semicolons, CRLF, decimal commas (CONTRACT §7).

export const CSV_START = '\uFEFF'

/** What a spreadsheet would take for a formula is made text; a tab or a return before it would hide it. */
const neutral = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvNumber = (value: number): string => String(value).replace('.', ',')

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell => quoted(neutral(cell))).join(';')}\r\n`
