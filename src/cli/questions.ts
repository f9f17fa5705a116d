// The few questions of signakit new, for someone at a terminal. What was given as an option is not asked.
import { text as ask, autocomplete, autocompleteMultiselect, cancel, intro, isCancel, outro } from '@clack/prompts'
import { catalogueOf } from '../design/catalogue.ts'
import { openWorld } from '../host/world.ts'
import { loadReference, matchCaf, nearestCafs, type Reference } from '../input/reference.ts'
import { text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { Answers } from './kit-file.ts'
import type { Session } from './session.ts'

/** Thrown by a question that was left with Ctrl-C or Escape; caught by `askKit`. */
class Left extends Error {}

async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await question
  if (isCancel(given)) throw new Left()
  // The one symbol an answer may be is the one just looked for.
  return given as Exclude<T, symbol>
}

const blank = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined)

const askName = ({ say }: Session): Promise<string> =>
  answer(
    ask({
      message: say(text('Nom de la structure, tel qu’il doit se lire', 'Name of the structure, as it must read')),
      validate: value => (blank(value) ? undefined : say(text('un nom est nécessaire', 'a name is needed'))),
    }),
  )

const askType = ({ say }: Session, { types }: Reference): Promise<string> =>
  answer(
    autocomplete({
      message: say(text('Type de structure (tapez pour chercher)', 'Type of structure (type to search)')),
      options: types.map(({ cle, libelle, abrege }) => ({
        value: cle,
        label: libelle,
        ...(abrege ? { hint: abrege } : {}),
      })),
      maxItems: 10,
    }),
  )

async function askCaf({ say }: Session, reference: Reference): Promise<string> {
  const unknown = (value: string): string => {
    const near = nearestCafs(reference, value)[0]?.nom
    if (near === undefined) return say(text('Caf inconnue', 'unknown Caf'))
    return say(text(`vouliez-vous dire ${near} ?`, `did you mean ${near}?`))
  }
  const written = await answer(
    ask({
      message: say(text('Caf : numéro de département ou nom', 'Caf: department number or name')),
      placeholder: '33',
      validate: (value = '') => (matchCaf(reference, value) ? undefined : unknown(value)),
    }),
  )
  return matchCaf(reference, written)?.code ?? written
}

const askOptional = async ({ say }: Session, fr: string, en: string): Promise<string | undefined> =>
  blank(await answer(ask({ message: say(text(`${fr} (facultatif)`, `${en} (optional)`)), defaultValue: '' })))

const askPieces = ({ say }: Session, world: World): Promise<readonly string[]> =>
  answer(
    autocompleteMultiselect({
      message: say(
        text('Pièces du kit (aucune : celles que la charte prévoit)', 'Pieces of the kit (none: those of the brand)'),
      ),
      options: [...catalogueOf(world).products.values()].map(({ id, title }) => ({
        value: id,
        label: title,
        hint: id,
      })),
      required: false,
      maxItems: 10,
    }),
  )

async function askRest(session: Session, given: Answers): Promise<Answers> {
  const world = openWorld()
  const reference = loadReference(world)
  return {
    ...given,
    nom: given.nom ?? (await askName(session)),
    type: given.type ?? (await askType(session, reference)),
    caf: given.caf ?? (await askCaf(session, reference)),
    commune: given.commune ?? (await askOptional(session, 'Commune', 'Town')),
    telephone: given.telephone ?? (await askOptional(session, 'Téléphone', 'Phone')),
    'site-web':
      given['site-web'] ?? (await askOptional(session, 'Site web, pour le QR code', 'Web site, for the QR code')),
    pieces: given.pieces ?? (await askPieces(session, world)),
  }
}

/** Undefined when the person left. */
export async function askKit(session: Session, given: Answers): Promise<Answers | undefined> {
  const { say } = session
  intro(say(text('Nouveau kit de signalétique', 'New signage kit')))
  try {
    const answers = await askRest(session, given)
    outro(say(text('C’est tout : le reste se règle dans le fichier', 'That is all: the rest is set in the file')))
    return answers
  } catch (error) {
    if (!(error instanceof Left)) throw error
    cancel(say(text('Rien n’est écrit', 'Nothing is written')))
    return undefined
  }
}
