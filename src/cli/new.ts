// signakit new: writes a commented kit file from options, or from a few questions when someone is there to answer.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { writeFailure } from '../host/atomic.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { EXIT } from './exit.ts'
import { type Answers, kitFile, samplesIn } from './kit-file.ts'
import type { Session } from './session.ts'
import { typed } from './typed.ts'

const gather = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** What only an exclusive creation meets; the rest is said as of any file. */
const REFUSALS: Readonly<Record<string, Text>> = {
  EEXIST: text(
    'ce nom est déjà pris, et signakit new ne remplace rien',
    'this name is taken, and signakit new replaces nothing',
  ),
  ENOENT: text('son dossier n’existe pas', 'its folder does not exist'),
}

/** Creates the file, or says why not. */
function create(session: Session, file: string, content: string): boolean {
  try {
    writeFileSync(resolve(session.cwd, file), content, { flag: 'wx' })
    return true
  } catch (error) {
    const { code, message } = writeFailure(error, file)
    const why = REFUSALS[code] ?? message
    session.talk(session.say(text(`erreur : ${file} : ${why.fr}`, `error: ${file}: ${why.en}`)))
    session.exit(EXIT.file)
    return false
  }
}

function sayWhatNext({ say, talk }: Session, file: string, answers: Answers): void {
  const samples = samplesIn(answers)
  if (samples.length > 0) {
    const keys = samples.join(', ')
    talk(
      say(text(`valeurs d’exemple à remplacer dans ${file} : ${keys}`, `sample values to replace in ${file}: ${keys}`)),
    )
  }
  talk(say(text(`ensuite : signakit render ${typed(file)}`, `next: signakit render ${typed(file)}`)))
}

async function run(session: Session, file: string, given: Answers): Promise<void> {
  ;(await import('./check-answers.ts')).checkAnswers(given)
  const ask = session.interactive && given.nom === undefined
  const answers = ask ? await (await import('./questions.ts')).askKit(session, given) : given
  if (answers === undefined) {
    session.exit(EXIT.interrupted)
    return
  }
  if (!create(session, file, kitFile(answers, file))) return
  session.result(file)
  sayWhatNext(session, file, answers)
}

export const declareNew = (command: Command, session: Session): void => {
  const { say } = session
  command
    .argument('[kit.yaml]', say(text('fichier à créer', 'file to create')), 'kit.yaml')
    .option('--nom <nom>', say(text('nom de la structure', 'name of the structure')))
    .option('--type <type>', say(text('type de structure (signakit list types)', 'type (signakit list types)')))
    .option('--caf <code>', say(text('Caf (signakit list cafs)', 'Caf (signakit list cafs)')))
    .option('--gestionnaire <nom>', say(text('gestionnaire', 'manager')))
    .option('--voie <voie>', say(text('adresse : numéro et voie', 'address: number and street')))
    .option('--code-postal <code>', say(text('adresse : code postal', 'address: post code')))
    .option('--commune <nom>', say(text('adresse : commune', 'address: town')))
    .option('--telephone <numéro>', say(text('téléphone', 'phone')))
    .option('--courriel <adresse>', say(text('courriel', 'e-mail')))
    .option('--site-web <adresse>', say(text('site web', 'web site')))
    .option('--brand <id>', say(text('charte graphique', 'brand pack')))
    .option('--piece <produit>', say(text('une pièce du kit ; répétable', 'a piece of the kit; repeatable')), gather)
    .action(async (file, { codePostal, siteWeb, brand, piece, ...same }) => {
      await run(session, file, {
        ...same,
        'code-postal': codePostal,
        'site-web': siteWeb,
        charte: brand,
        pieces: piece,
      })
    })
}
