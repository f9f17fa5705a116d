// The options of batch beside those of render: what is read, which kits, how they are made.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { readOnly, readWhere } from './batch-values.ts'
import { encodingOption } from './encoding-option.ts'
import { oneOf, wholeNumber } from './option-values.ts'
import { dashboardOption, jobsOption, memoryOption, queueOption, timeoutOption } from './queue-options.ts'
import type { Session } from './session.ts'
import { readShard } from './shard-values.ts'

const ON_ERROR = ['skip', 'fail'] as const

const MAX_KITS = 10_000_000

/** Adds the options; their values arrive typed in the action. */
export const withBatchOptions = <A extends unknown[], O extends Record<string, unknown>>(
  command: Command<A, O>,
  { say }: Session,
) =>
  command
    .option('--sheet <name>', say(text('onglet du classeur', 'sheet of the workbook')))
    .addOption(encodingOption(say))
    .option(
      '--map <file>',
      say(text('fichier YAML qui dit ce que valent les colonnes', 'YAML file that says what columns are')),
    )
    .option(
      '--plan',
      say(
        text(
          'montre les colonnes reconnues et ce que donnera chaque ligne, sans rien fabriquer',
          'shows the columns found and what each row will give, makes nothing',
        ),
      ),
    )
    .addOption(jobsOption(say))
    .addOption(
      new Option('--only <id>', say(text('seulement ce kit ; répétable', 'only this kit; repeatable'))).argParser(
        readOnly,
      ),
    )
    .addOption(
      new Option(
        '--where <condition>',
        say(
          text(
            'seulement les lignes où colonne=valeur, colonne!=valeur ou colonne~texte ; répétable',
            'only rows where column=value, column!=value or column~text; repeatable',
          ),
        ),
      ).argParser(readWhere),
    )
    .addOption(
      new Option('--limit <n>', say(text('seulement les n premiers kits', 'only the first n kits'))).argParser(
        wholeNumber('--limit', 1, MAX_KITS),
      ),
    )
    .option('--last-failed', say(text('seulement ce qui a échoué la dernière fois', 'only what failed the last time')))
    .addOption(
      new Option(
        '--on-error <skip|fail>',
        say(
          text(
            'une ligne refusée\u00a0: skip la laisse et fait les autres, fail arrête tout',
            'a refused row: skip leaves it and makes the others, fail stops all',
          ),
        ),
      )
        .default('skip' as const)
        .argParser(oneOf('--on-error', ON_ERROR)),
    )
    .addOption(
      new Option(
        '--shard <i/n>',
        say(
          text(
            'la i-ième part sur n, pour n machines ; auto/n lit le rang dans l’environnement',
            'the i-th part of n, for n machines; auto/n reads the rank in the environment',
          ),
        ),
      ).argParser(readShard),
    )
    .option(
      '--resume',
      say(
        text(
          'reprend le lot interrompu dans le dossier de sortie',
          'takes up the interrupted run of the output folder',
        ),
      ),
    )
    .option(
      '--prune',
      say(text('retire les kits que plus aucune ligne ne donne', 'removes kits that no row makes any more')),
    )
    .addOption(timeoutOption(say))
    .addOption(memoryOption(say))
    .addOption(queueOption(say))
    .addOption(dashboardOption(say))
