// Reads the kits of a command line.
import type { inputRules } from '../input/rules.ts'
import { type Diagnostic, hasErrors, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { type RenderOptions, readKit } from '../pipeline.ts'
import { standardInputOf } from './read-input.ts'
import { typed } from './typed.ts'
import { UsageError } from './usage-error.ts'
import type { Verdict } from './verdict.ts'

export type Loaded = {
  /** As typed. */
  readonly file: string
  readonly kit?: Kit
  readonly diagnostics: readonly Diagnostic[]
}

/** Rules of a file that could not even be opened as one. */
const UNOPENED: readonly (keyof typeof inputRules)[] = [
  'file-unreadable',
  'file-too-large',
  'not-text',
  'wrong-file-type',
]

/** Files of many structures, which render does not read. */
const SHEET = /\.(csv|tsv|xlsx?|ods|jsonl|ndjson|geojson)$/i

function kitsOrThrow(files: readonly string[]): void {
  const sheet = files.find(file => SHEET.test(file))
  if (sheet === undefined) return
  throw new UsageError(
    text(`${sheet} est une liste de structures, pas un kit`, `${sheet} is a list of structures, not a kit`),
    text(`signakit batch ${typed(sheet)}`, `signakit batch ${typed(sheet)}`),
  )
}

/** Throws a UsageError when one of them is a sheet. */
export async function loadKits(
  files: readonly string[],
  options: RenderOptions,
  world: World,
): Promise<readonly Loaded[]> {
  kitsOrThrow(files)
  const input = await standardInputOf(files)
  return files.map(file => {
    const { value, diagnostics } = readKit(file, file === '-' ? input : undefined, options, world)
    // A kit that was understood in part is not made: what is missing from it would be missing from the sign.
    return { file, diagnostics, ...(value === undefined || hasErrors(diagnostics) ? {} : { kit: value }) }
  })
}

/** Texts at hand for code frames: kits as they were read, whatever their encoding, and their projects. */
export const textsOf = (loaded: readonly Loaded[]): ReadonlyMap<string, string> =>
  new Map(
    loaded.flatMap(({ kit }) => [
      ...(kit ? [[kit.source.file, kit.source.text] as const] : []),
      ...(kit?.project ? [[kit.project.file, kit.project.text] as const] : []),
    ]),
  )

/** A kit that could not even be opened is a matter of files; one that could, and is wrong, is a matter of data. */
export const verdictOfUnread = ({ kit, diagnostics }: Loaded): readonly Verdict[] => {
  if (kit !== undefined) return []
  const unopened = diagnostics.some(({ rule }) => UNOPENED.some(each => each === rule))
  return [{ status: unopened ? 'file' : 'refused', warnings: false }]
}
