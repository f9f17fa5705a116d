// Places of records: of a file of lines the line, of GeoJSON the property and the rank of its feature.
import type { Diagnostic, Span } from '../../model/diagnostic.ts'
import type { Entry } from '../../model/entry.ts'

type Titles = ReadonlyMap<string, string>

const placer =
  (kind: 'lines' | 'geojson', titles: Titles) =>
  (at: Span): Span => {
    if ('line' in at) return at
    const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(at.cell) ?? []
    if (kind === 'lines') return { file: at.file, line: Math.max(1, Number(row)), column: 1, length: 1 }
    return { ...at, cell: `${titles.get(letters) ?? ''}[${row}]` }
  }

const placed = (found: readonly Diagnostic[], place: (at: Span) => Span): readonly Diagnostic[] =>
  found.map(each => (each.at ? { ...each, at: place(each.at) } : each))

/** An entry or a finding of a table of records, with the places that people look for in such a file. */
export function placeRecord(each: Entry | Diagnostic, kind: 'lines' | 'geojson'): Entry | Diagnostic {
  if ('rule' in each) return placed([each], placer(kind, new Map()))[0] ?? each
  const { row, content, origin, diagnostics } = each
  const place = placer(kind, new Map(row?.letters.map((letter, index) => [letter, row.titles[index] ?? ''])))
  return {
    ...each,
    origin: place(origin),
    diagnostics: placed(diagnostics, place),
    content:
      content.kind === 'file'
        ? content
        : {
            ...content,
            spans: Object.fromEntries(Object.entries(content.spans).map(([path, at]) => [path, place(at)])),
          },
  }
}
