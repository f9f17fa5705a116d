// Reads the kits of a command line, and refuses two of one id before anything is written.

import type { inputRules } from '../input/rules.ts'
import { type Diagnostic, hasErrors, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { type RenderOptions, readKit } from '../pipeline.ts'
import { standardInputOf } from './read-input.ts'
import type { cliRules } from './rules.ts'
import type { Verdict } from './verdict.ts'

export type Loaded = {
  /** As typed. */
  readonly file: string
  readonly kit?: Kit
  readonly diagnostics: readonly Diagnostic[]
}

const startOf = ({ source }: Kit): Span => ({ file: source.file, line: 1, column: 1, length: 0 })

/** Where the id comes from: `structure.id`, else the name that makes it. */
const idSpan = (kit: Kit): Span => kit.spans['structure.id'] ?? kit.spans['structure.nom'] ?? startOf(kit)

const DUPLICATE: keyof typeof cliRules = 'duplicate-kit'

/** Rules of a file that could not even be opened as one. */
const UNOPENED: readonly (keyof typeof inputRules)[] = [
  'file-unreadable',
  'file-too-large',
  'not-text',
  'wrong-file-type',
]

function duplicate(kit: Kit, first: Kit): Diagnostic {
  const other = idSpan(first)
  return {
    rule: DUPLICATE,
    severity: 'error',
    message: text(
      `deux kits s’appellent « ${kit.id} » : rien n’est écrit`,
      `two kits are named “${kit.id}”: nothing is written`,
    ),
    at: idSpan(kit),
    ...('line' in other ? { related: [{ ...other, why: text('l’autre kit', 'the other kit') }] } : {}),
    hint: text(
      'donnez à chacun son `id`, ou un `lieu` qui le distingue',
      'give each its own `id`, or a `lieu` that tells it apart',
    ),
  }
}

/** One finding for each kit whose id an earlier one has. */
export function duplicates(kits: readonly Kit[]): readonly Diagnostic[] {
  return kits.flatMap((kit, index) => {
    const first = kits.slice(0, index).find(({ id }) => id === kit.id)
    return first === undefined ? [] : [duplicate(kit, first)]
  })
}

export async function loadKits(
  files: readonly string[],
  options: RenderOptions,
  world: World,
): Promise<readonly Loaded[]> {
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
