// Rows that --piece leaves alone: how many they are, and which.
import type { Plan } from '../batch/plan.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { countText } from './measures.ts'

/** Names enough to know them by; a plan as JSON names them all. */
const NAMED = 5

/** Kits, or places of rows, that have none of the pieces asked for. */
export const lackingNames = ({ entries }: Plan): readonly string[] =>
  entries.flatMap(each => (each.state === 'left' && each.lacks ? [each.kit ?? each.place] : []))

/** Nothing when no row is left for want of them. */
export function lackingLine(plan: Plan, asked: readonly { readonly id: string }[] = []): readonly Text[] {
  const names = lackingNames(plan)
  if (names.length === 0) return []
  const rows = countText(
    names.length,
    text('ligne laissée de côté', 'row left alone'),
    text('lignes laissées de côté', 'rows left alone'),
  )
  const pieces = asked.map(({ id }) => id)
  const shown = names.slice(0, NAMED).join(', ')
  const left = names.length - NAMED
  const [fr, en] = left > 0 ? [` et ${left} ${left === 1 ? 'autre' : 'autres'}`, ` and ${left} more`] : ['', '']
  return [
    text(
      `${rows.fr}, sans ${pieces.join(' ni ')}\u00a0: ${shown}${fr}`,
      `${rows.en}, without ${pieces.join(' or ')}: ${shown}${en}`,
    ),
  ]
}
