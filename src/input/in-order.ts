// Findings in the order of the file, one for each mistake.
import type { Diagnostic, Span } from '../model/diagnostic.ts'

/** `AB` → 28. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function offset(at: Span | undefined): readonly [line: number, column: number] {
  if (!at) return [0, 0]
  if ('line' in at) return [at.line, at.column]
  const [, letters = '', row = '0'] = /^([A-Z]*)(\d*)$/.exec(at.cell) ?? []
  return [Number(row), columnNumber(letters)]
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [lineA, columnA] = offset(a.at)
  const [lineB, columnB] = offset(b.at)
  return lineA - lineB || columnA - columnB
}

/** Files stay in the order they come, the last said being the project or an option. */
function filesOf(diagnostics: readonly Diagnostic[]): readonly (string | undefined)[] {
  return [...new Set(diagnostics.map(({ at }) => at?.file))]
}

/** A value cut by a comma is also a key that nothing knows: that says the same mistake again. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const place = ({ at }: Diagnostic): string => JSON.stringify(at)
  const cut = new Set(diagnostics.filter(({ rule }) => rule === 'comma-splits-value').map(place))
  return diagnostics.filter(each => each.rule !== 'unknown-key' || !cut.has(place(each)))
}

export const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  filesOf(diagnostics).flatMap(file =>
    withoutEchoes(diagnostics.filter(({ at }) => at?.file === file)).toSorted(byPlace),
  )
