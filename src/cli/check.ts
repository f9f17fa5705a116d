// signakit check: all that render would say, and nothing written; also reads brands, templates, printers and PDFs.
import type { Command } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
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
    .action(async (paths, options) => {
      await (await import('./run-check.ts')).runCheck(session, paths, options)
    })
}
