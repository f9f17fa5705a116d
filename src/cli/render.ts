// signakit render: kit files → print files. Only the command line is here; the work is loaded when it starts.
import { type Command, Option } from '@commander-js/extra-typings'
import { expectShortRun } from '../host/compilers.ts'
import { text } from '../model/diagnostic.ts'
import { withRenderOptions } from './render-options.ts'
import type { Session } from './session.ts'

/** Kits that are done before V8's second compilers are worth their time. */
const FEW = 4

export const declareRender = (command: Command, session: Session): void => {
  const { say } = session
  const kits = command.argument(
    '<kit.yaml...>',
    say(text('fichiers de kit, ou - pour l’entrée standard', 'kit files, or - for stdin')),
  )
  withRenderOptions(kits, session)
    .addOption(
      new Option('-o, --out <dir>', say(text('dossier des fichiers écrits', 'folder of the written files'))).default(
        './sortie',
      ),
    )
    .action(async (files, options) => {
      if (files.length <= FEW) expectShortRun()
      await (await import('./run-render.ts')).runRender(session, files, options)
    })
}
