// signakit fix: a corrected copy of a sheet, with a comment on each changed cell; never the original.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { encodingNamed, encodingOption } from './encoding-option.ts'
import { readRule } from './rule-option.ts'
import type { Session } from './session.ts'

export const declareFix = (command: Command, session: Session): void => {
  const { say } = session
  command
    .argument('<sheet>', say(text('feuille .xlsx ou .csv', 'sheet, .xlsx or .csv')))
    .option(
      '-o, --out <file>',
      say(
        text(
          'la copie à écrire ; par défaut, `structures.corrige.xlsx` à côté de `structures.xlsx`',
          'the copy to write; by default `structures.corrige.xlsx` beside `structures.xlsx`',
        ),
      ),
    )
    .option('--sheet <name>', say(text('la feuille du classeur', 'the sheet of the workbook')))
    .addOption(encodingOption(say))
    .option('--map <file.yaml>', say(text('ce que sont les colonnes, en YAML', 'what the columns are, in YAML')))
    .addOption(
      new Option(
        '--rule <id=ignorer>',
        say(text('laisse tel quel ce dont parle une règle ; répétable', 'leaves what a rule speaks of; repeatable')),
      ).argParser(readRule),
    )
    .option('--force', say(text('remplace une copie qui existe déjà', 'replaces a copy that exists')))
    .option('--json', say(text('écrit la liste des corrections, en JSON', 'writes the list of corrections, as JSON')))
    .option('--quiet', say(text('ne dit que les erreurs', 'says errors only')))
    .action(async (file, { encoding, ...options }) => {
      await (await import('./run-fix.ts')).runFix(session, file, { ...options, ...encodingNamed(encoding) })
    })
}
