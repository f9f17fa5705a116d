// The question of a structure's type: a few letters, then a choice among what they may mean.
import { text as ask, select } from '@clack/prompts'
import { nearestOf } from '../input/nearest.ts'
import { matchType, type Reference, typeNames } from '../input/reference.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { answer } from './answer.ts'
import { searchTypes } from './search-types.ts'
import type { Session } from './session.ts'

/** Stands for « none of these » in a list. */
const AGAIN = ''

/** Words first, then a choice among what they may mean, unless they are the very name of one. */
export async function askType(session: Session, reference: Reference): Promise<string> {
  const { say } = session
  const written = await answer(
    ask({
      message: say(
        text(
          'Type de structure : tapez-en quelques lettres (Entrée : toute la liste)',
          'Type of structure: type a few letters (Enter: the whole list)',
        ),
      ),
      validate: (value = '') =>
        searchTypes(reference, value).length > 0 ? undefined : say(noSuchType(reference, value)),
    }),
  )
  const found = searchTypes(reference, written)
  const [first] = found
  if (first && found.length === 1 && matchType(reference, written)) return first.cle
  const chosen = await answer(
    select({
      message: say(text('Lequel ? Les flèches, puis Entrée', 'Which one? The arrows, then Enter')),
      options: [
        ...found.map(({ cle, libelle, abrege }) => ({
          value: cle,
          label: libelle,
          ...(abrege ? { hint: abrege } : {}),
        })),
        { value: AGAIN, label: say(text('aucun de ceux-là : chercher encore', 'none of these: search again')) },
      ],
      maxItems: 12,
      showInstructions: false,
    }),
  )
  return chosen === AGAIN ? askType(session, reference) : chosen
}

function noSuchType(reference: Reference, written: string): Text {
  const near = nearestOf(written, typeNames(reference))
  if (near.length === 0) {
    return text(
      'aucun type de ce nom ; effacez tout et tapez Entrée pour voir la liste',
      'no type of this name; delete it all and press Enter to see the list',
    )
  }
  return text(
    `aucun type de ce nom ; vouliez-vous dire ${near.join(' ou ')} ?`,
    `no type of this name; did you mean ${near.join(' or ')}?`,
  )
}
