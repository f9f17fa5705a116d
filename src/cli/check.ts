// signakit check: all that render would say, and nothing written; also reads brands, templates, printers and PDFs.
import { type Command, Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { VARIANT_NAMES } from '../preflight/press/gwg-2022.ts'
import { number, oneOf, wholeNumber } from './option-values.ts'
import { withRenderOptions } from './render-options.ts'
import type { Session } from './session.ts'

export const declareCheck = (command: Command, session: Session): void => {
  const { say } = session
  const files = command.argument(
    '<file...>',
    say(
      text(
        'kits, dossiers de charte, modèles, produits, imprimeurs ou PDF ; - pour l’entrée standard',
        'kits, brand folders, templates, products, printers or PDFs; - for stdin',
      ),
    ),
  )
  withRenderOptions(files, session)
    .option('--product <id>', say(text('pour un PDF : le produit commandé', 'for a PDF: the product ordered')))
    .option(
      '--fixation <id>',
      say(
        text(
          'pour un PDF : comment la pièce est fixée ; celle du produit par défaut',
          'for a PDF: how the piece is fixed; the product’s own by default',
        ),
      ),
    )
    .addOption(
      new Option(
        '--gwg <variant>',
        say(
          text(
            `pour un PDF : la variante de GWG 2022 (${VARIANT_NAMES.join(', ')})`,
            `for a PDF: the variant of GWG 2022 (${VARIANT_NAMES.join(', ')})`,
          ),
        ),
      ).argParser(oneOf('--gwg', VARIANT_NAMES)),
    )
    .addOption(
      new Option(
        '--distance <m>',
        say(text('pour un PDF : la distance de lecture, en mètres', 'for a PDF: how far it is read from, in metres')),
      ).argParser(number('--distance', 0.1, 1000)),
    )
    .addOption(
      new Option(
        '--scale <n>',
        say(text('pour un PDF : 10 pour un fichier à l’échelle 1:10', 'for a PDF: 10 for a file at scale 1:10')),
      ).argParser(wholeNumber('--scale', 1, 100)),
    )
    .option(
      '--annotate <folder>',
      say(
        text(
          'écrit une copie du PDF, ou une image de chaque pièce du kit, où chaque défaut est encadré',
          'writes a copy of the PDF, or a picture of each piece of the kit, in which each finding is framed',
        ),
      ),
    )
    .action(async (paths, options) => {
      await (await import('./run-check.ts')).runCheck(session, paths, options)
    })
}
