// signakit batch: spreadsheets and folders → kits. Only the command line is here; the work is loaded when it starts.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { withoutAliases } from './aliases.ts'
import { withBatchOptions } from './batch-options.ts'
import { withRenderOptions } from './render-options.ts'
import type { Session } from './session.ts'
import { refuseDutiesOfWorkers } from './worker-duties.ts'

export const declareBatch = (command: Command, session: Session): void => {
  const { say } = session
  const sources = command.argument(
    '[files...]',
    say(
      text(
        'tableurs (.csv, .xlsx, .ods), kits YAML, dossiers, motifs, .jsonl, .geojson',
        'sheets (.csv, .xlsx, .ods), YAML kits, folders, patterns, .jsonl, .geojson',
      ),
    ),
  )
  withBatchOptions(withRenderOptions(sources, session), session)
    .addOption(
      new Option('-o, --out <dir>', say(text('dossier des fichiers écrits', 'folder of the written files'))).default(
        './sortie',
      ),
    )
    .action(async (files, options, self) => {
      refuseDutiesOfWorkers(name => self.getOptionValueSource(name))

      if (options.resume && files.length === 0) {
        const { resumedArguments } = await import('./resume.ts')
        const words = resumedArguments(options.out, options.shard, withoutAliases(session.typed))
        await session.again(words)
        return
      }
      await (await import('./run-batch.ts')).runBatchCommand(session, files, options)
    })
}
