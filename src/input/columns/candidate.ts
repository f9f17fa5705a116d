// A title and what it may be for, before the columns are settled: how sure it is, and what is to be said of it.
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { cellAt, type Field, type Use } from './column-map.ts'
import type { Family, Titled } from './column-options.ts'

/** How sure a name is: its rank among the names of its path, then whether it was written whole. */
export type Sure = readonly [rank: number, form: number]

export type Candidate = Titled & { readonly use: Use; readonly sure: Sure; readonly said: readonly Diagnostic[] }

export type MatchScene = {
  readonly file: string
  readonly sheet: string
  readonly header: number
  readonly families: readonly Family[]
  /** Cells of a column, in the rows that follow the header; only those that are filled. */
  readonly cellsOf: (index: number) => readonly string[]
  /** Paths that a column gives for sure. */
  readonly given: ReadonlySet<string>
  readonly titles: readonly Titled[]
}

export const FIRST: Sure = [0, 0]

/** Of a column that `--map` settles: above any name. */
export const BY_THE_USER: Sure = [-1, 0]

export const at = ({ file, sheet, header }: MatchScene, { index }: Titled) => cellAt({ file, sheet }, index, header)

export const left = (titled: Titled, why: Text, said: readonly Diagnostic[] = []): Candidate => ({
  ...titled,
  use: { kind: 'left', why },
  sure: FIRST,
  said,
})

export const reads = (
  titled: Titled,
  field: Field,
  sure: Sure = FIRST,
  said: readonly Diagnostic[] = [],
): Candidate => ({
  ...titled,
  use: { kind: 'read', field },
  sure,
  said,
})

/** Of a reading that may be another: it is said, with the line of `--map` that settles it. */
export const guessed = (scene: MatchScene, titled: Titled, path: string, why: Text): Diagnostic =>
  diagnose(
    'column-guess',
    at(scene, titled),
    text(
      `« ${titled.title} » est lu comme \`${path}\` : ${why.fr}`,
      `“${titled.title}” is read as \`${path}\`: ${why.en}`,
    ),
    {
      hint: text(
        `dites-le avec \`--map\` : \`${titled.title}: ${path}\`, ou \`${titled.title}: ignorer\``,
        `say so with \`--map\`: \`${titled.title}: ${path}\`, or \`${titled.title}: ignorer\``,
      ),
    },
  )
