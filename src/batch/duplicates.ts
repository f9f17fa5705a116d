// Two kits of one run with one id would write into one folder: told before anything is written.
import { likelyId } from '../input/kit-id.ts'
import { cellWord, type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import { placeWord } from './places.ts'
import type { batchRules } from './rules.ts'

const startOf = ({ source }: Kit): Span => ({ file: source.file, line: 1, column: 1, length: 0 })

/** Where the id comes from: `structure.id`, else the name that makes it. */
export const idSpan = (kit: Kit): Span => kit.spans['structure.id'] ?? kit.spans['structure.nom'] ?? startOf(kit)

/** An id that is written counts, whatever else is wrong with its row; empty when there is none. */
export function claimedId({ content }: Entry): string {
  if (content.kind !== 'value') return ''
  const id: unknown = Reflect.get(Object(Reflect.get(Object(content.data), 'structure')), 'id')
  return typeof id === 'string' || typeof id === 'number' ? likelyId({ structure: { id } }) : ''
}

/** Where it stands. */
export const claimSpan = ({ content, origin }: Entry): Span =>
  (content.kind === 'value' ? (content.spans['structure.id'] ?? content.spans['structure.nom']) : undefined) ?? origin

const DUPLICATE: keyof typeof batchRules = 'duplicate-kit'

/** As seen from another place: its cell alone tells nothing in another file. */
const shown = (other: Span, at: Span): string =>
  'line' in other || other.file !== at.file ? placeWord(other) : cellWord(other)

/** `others` is what becomes of the rest of the run. */
export function duplicateKit(id: string, at: Span, other: Span, others: 'stopped' | 'made'): Diagnostic {
  const [fr, en] =
    others === 'stopped' ? ['rien n’est écrit', 'nothing is written'] : ['aucun des deux n’est fait', 'neither is made']
  return {
    rule: DUPLICATE,
    severity: 'error',
    message: text(`deux kits s’appellent «\u00a0${id}\u00a0»\u00a0: ${fr}`, `two kits are named “${id}”: ${en}`),
    at,
    ...('line' in other
      ? { related: [{ ...other, why: text('l’autre kit', 'the other kit') }] }
      : { label: text(`l’autre\u00a0: ${shown(other, at)}`, `the other: ${shown(other, at)}`) }),
    hint: text(
      'donnez à chacun son `id`, ou un `lieu` qui le distingue',
      'give each its own `id`, or a `lieu` that tells it apart',
    ),
  }
}

/** One finding for each kit whose id an earlier one has. */
export function duplicates(kits: readonly Kit[]): readonly Diagnostic[] {
  const first = new Map<string, Kit>()
  return kits.flatMap(kit => {
    const other = first.get(kit.id)
    if (other) return [duplicateKit(kit.id, idSpan(kit), idSpan(other), 'stopped')]
    first.set(kit.id, kit)
    return []
  })
}
