// The CSV of our own data files: commas, a header row, quotes where a cell holds a comma. Not for people's sheets.

/** Cells of one line; a quoted cell may hold commas and doubled quotes. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  )

/** Rows by heading. */
export function readCsv(source: string): readonly Readonly<Partial<Record<string, string>>>[] {
  const [header = '', ...lines] = source.split(/\r?\n/).filter(line => line !== '')
  const headings = cellsOf(header)
  return lines.map(line => {
    const cells = cellsOf(line)
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']))
  })
}
