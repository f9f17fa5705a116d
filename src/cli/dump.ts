// signakit dump: the value of a stage, as JSON; the best way to see what the tool understood.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { oneOf } from './option-values.ts'
import type { Session } from './session.ts'
import { STAGES } from './stages.ts'

export const declareDump = (command: Command, session: Session): void => {
  const { say } = session
  command
    .argument('<stage>', STAGES.join(', '), oneOf('dump', STAGES))
    .argument('<kit.yaml>', say(text('fichier de kit, ou - pour l’entrée standard', 'kit file, or - for stdin')))
    .addOption(new Option('--piece <id>', say(text('une seule pièce', 'one piece only'))))
    .action(async (stage, file, { piece }) => {
      await (await import('./run-dump.ts')).runDump(session, stage, file, piece)
    })
}
