// signakit merge: the reports of shards → those of the whole run. Only the command line is here.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import type { Session } from './session.ts'

export const declareMerge = (command: Command, session: Session): void => {
  const { say } = session
  command
    .argument('[folders...]', say(text('dossiers de sortie des parts', 'output folders of the shards')))
    .addOption(
      new Option(
        '-o, --out <dir>',
        say(
          text(
            'dossier du rapport\u202f; par défaut, le premier dossier',
            'folder of the report; the first one by default',
          ),
        ),
      ),
    )
    .option('--quiet', say(text('ne montre que les erreurs', 'shows errors only')))
    .action(async (folders, { out, quiet }) => {
      ;(await import('./run-merge.ts')).runMerge(session, folders, out, quiet === true)
    })
}
