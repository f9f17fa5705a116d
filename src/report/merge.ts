// One mistake seen on several pieces is one finding: its pieces are told together.
import type { Diagnostic } from '../model/diagnostic.ts'

export type Merged = { readonly diagnostic: Diagnostic; readonly pieces: readonly string[] }

const identity = ({ piece: _, ...rest }: Diagnostic): string => JSON.stringify(rest)

/** In the order of the first of each. */
export function mergePieces(diagnostics: readonly Diagnostic[]): readonly Merged[] {
  const merged = new Map<string, { diagnostic: Diagnostic; pieces: string[] }>()
  for (const diagnostic of diagnostics) {
    const key = identity(diagnostic)
    const same = merged.get(key) ?? { diagnostic, pieces: [] }
    merged.set(key, same)
    if (diagnostic.piece !== undefined && !same.pieces.includes(diagnostic.piece)) same.pieces.push(diagnostic.piece)
  }
  return [...merged.values()]
}
