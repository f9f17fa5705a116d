// A kit's values are lines: a value on several lines becomes one, and is told. The brand's texts may keep theirs.
import { type Diagnostic, type Outcome, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { childPath, type PlacedValue } from './yaml.ts'

export function oneLine(read: PlacedValue): Outcome<PlacedValue> {
  const diagnostics: Diagnostic[] = []
  const flatten = (data: unknown, path: string): unknown => {
    if (Array.isArray(data)) return data.map((item, index) => flatten(item, childPath(path, index)))
    if (typeof data === 'object' && data !== null) {
      return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, flatten(inner, childPath(path, key))]))
    }
    if (typeof data !== 'string' || !data.includes('\n') || path.startsWith('textes.')) return data
    diagnostics.push(
      diagnose(
        'line-break',
        read.spans[path],
        text('les retours à la ligne deviennent des espaces', 'line breaks become spaces'),
      ),
    )
    return data.replaceAll('\n', ' ')
  }
  return { value: { ...read, data: flatten(read.data, '') }, diagnostics }
}
