// The options of worker: the queue, the folders that it may touch, what it may take of the machine.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { number } from './option-values.ts'
import { dashboardOption, jobsOption, memoryOption, queueOption, timeoutOption } from './queue-options.ts'
import { readPathMap, readRoot } from './queue-values.ts'
import type { Session } from './session.ts'

/** Seconds: a day. */
const LONGEST_IDLE = 86_400

/** Adds the options; their values arrive typed in the action. */
export const withWorkerOptions = (command: Command, { say }: Session) =>
  command
    .addOption(queueOption(say).makeOptionMandatory())
    .addOption(
      new Option(
        '--root <dir>',
        say(
          text(
            'dossier où ce worker lit et écrit, et nulle part ailleurs\u202f; répétable\u202f; par défaut le dossier courant',
            'folder where this worker reads and writes, and nowhere else; repeatable; the current folder by default',
          ),
        ),
      ).argParser(readRoot),
    )
    .addOption(
      new Option(
        '--map-path <a=b>',
        say(
          text(
            'le dossier a de la machine qui lance le lot est ici le dossier b\u202f; répétable',
            'the folder a of the machine that runs the batch is the folder b here; repeatable',
          ),
        ),
      ).argParser(readPathMap),
    )
    .addOption(jobsOption(say))
    .addOption(timeoutOption(say))
    .addOption(memoryOption(say))
    .addOption(
      new Option(
        '--exit-when-idle <s>',
        say(text('s’arrête après tant de secondes sans kit', 'leaves after so many seconds without a kit')),
      ).argParser(number('--exit-when-idle', 1, LONGEST_IDLE)),
    )
    .addOption(dashboardOption(say))
    .option('--quiet', say(text('ne montre que les erreurs', 'shows errors only')))
