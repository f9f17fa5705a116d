// The few questions of signakit new, for someone at a terminal. What was given as an option is not asked.
// Only the prompts that speak no language of their own: the library’s searches and multiple choices are in English.
import { text as ask, cancel, intro, outro, select } from '@clack/prompts'
import { catalogueOf } from '../design/catalogue.ts'
import { openWorld } from '../host/world.ts'
import { matchCaf, nearestCafs } from '../input/caf-names.ts'
import type { ContactKey } from '../input/contact.ts'
import { loadReference, type Reference } from '../input/reference.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { answer, blank, Left } from './answer.ts'
import { askType } from './ask-type.ts'
import { contactFault } from './check-answers.ts'
import type { Answers } from './kit-file.ts'
import type { Session } from './session.ts'

const askName = ({ say }: Session): Promise<string> =>
  answer(
    ask({
      message: say(text('Nom de la structure, tel qu’il doit se lire', 'Name of the structure, as it must read')),
      validate: value => (blank(value) ? undefined : say(text('un nom est nécessaire', 'a name is needed'))),
    }),
  )

async function askCaf({ say }: Session, reference: Reference): Promise<string> {
  const unknown = (value: string): string => {
    const near = nearestCafs(reference, value).map(({ code, nom }) => `${code} (${nom})`)
    if (near.length > 0)
      return say(text(`vouliez-vous dire ${near.join(' ou ')} ?`, `did you mean ${near.join(' or ')}?`))
    return say(
      text(
        'Caf inconnue ; son numéro est celui du département, comme 33 ; la liste : signakit list cafs',
        'unknown Caf; its number is the department’s, such as 33; the list: signakit list cafs',
      ),
    )
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

type Asked = { readonly key?: ContactKey; readonly what: Text }

/** Left empty it is absent; an address, a number or a code is checked as it is typed. */
async function askOptional({ say }: Session, { key, what }: Asked): Promise<string | undefined> {
  const fault = (value: string | undefined): string | undefined => {
    const given = blank(value)
    const found = given === undefined || key === undefined ? undefined : contactFault(key, given)
    return found && say(found)
  }
  const message = say(text(`${what.fr} (facultatif)`, `${what.en} (optional)`))
  return blank(await answer(ask({ message, defaultValue: '', validate: fault })))
}

/** One after the other: those that are chosen, until people say that it is all. */
async function askPieces(session: Session, world: World, chosen: readonly string[] = []): Promise<readonly string[]> {
  const { say } = session
  const enough =
    chosen.length === 0
      ? text('celles que la charte prévoit pour ce type', 'those that the brand plans for this type')
      : text('c’est tout', 'that is all')
  const message =
    chosen.length === 0
      ? text('Pièces du kit : les flèches, puis Entrée', 'Pieces of the kit: the arrows, then Enter')
      : text(`Une autre pièce ? (${chosen.join(', ')})`, `Another piece? (${chosen.join(', ')})`)
  const products = [...catalogueOf(world).products.values()].filter(({ id }) => !chosen.includes(id))
  const next = await answer(
    select({
      message: say(message),
      options: [
        { value: ENOUGH, label: say(enough) },
        ...products.map(({ id, title }) => ({ value: id, label: title, hint: id })),
      ],
      maxItems: 12,
      showInstructions: false,
    }),
  )
  return next === ENOUGH ? chosen : askPieces(session, world, [...chosen, next])
}

/** Stands for the end of the choice. */
const ENOUGH = ''

async function askRest(session: Session, given: Answers): Promise<Answers> {
  const world = openWorld()
  const reference = loadReference(world)
  return {
    ...given,
    nom: given.nom ?? (await askName(session)),
    type: given.type ?? (await askType(session, reference)),
    caf: given.caf ?? (await askCaf(session, reference)),
    voie: given.voie ?? (await askOptional(session, { what: text('Numéro et voie', 'Number and street') })),
    'code-postal':
      given['code-postal'] ??
      (await askOptional(session, { key: 'code-postal', what: text('Code postal', 'Post code') })),
    commune: given.commune ?? (await askOptional(session, { key: 'commune', what: text('Commune', 'Town') })),
    telephone: given.telephone ?? (await askOptional(session, { key: 'telephone', what: text('Téléphone', 'Phone') })),
    'site-web':
      given['site-web'] ??
      (await askOptional(session, {
        key: 'site-web',
        what: text('Site web, pour le QR code', 'Web site, for the QR code'),
      })),
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
