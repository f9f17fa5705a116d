// Filters that leave nothing to make, said as they were typed.
import type { Filters } from '../batch/filters.ts'
import type { Unanswered } from '../batch/unanswered.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { typed } from './typed.ts'

const quoted = (names: readonly string[]): string => names.map(each => `«\u00a0${each}\u00a0»`).join(', ')

const typedFilters = ({ only = [], where = [] }: Filters): string =>
  [
    ...(only.length > 0 ? [`--only ${typed(only.join(','))}`] : []),
    ...where.map(({ column, operator, value }) => `--where ${typed(`${column}${operator}${value}`)}`),
  ].join(' ')

/** Which filter leaves nothing. */
export function unansweredText(unanswered: Unanswered): Text {
  switch (unanswered.why) {
    case 'only': {
      const { ids } = unanswered
      return text(
        `erreur\u00a0: --only\u00a0: aucun kit ne s’appelle ${quoted(ids)}`,
        `error: --only: no kit is named ${ids.join(', ')}`,
      )
    }
    case 'where': {
      const { columns } = unanswered
      return text(
        `erreur\u00a0: --where\u00a0: aucune colonne ni clé ${quoted(columns)}`,
        `error: --where: no column or key ${columns.join(', ')}`,
      )
    }
    case 'together': {
      const filters = typedFilters(unanswered.filters)
      return text(
        `erreur\u00a0: rien ne répond à ${filters}\u00a0: rien n’est fabriqué`,
        `error: nothing answers to ${filters}: nothing is made`,
      )
    }
    case 'no-run':
      return text(
        'erreur\u00a0: --last-failed\u00a0: aucun lot n’a encore rendu compte dans ce dossier de sortie',
        'error: --last-failed: no run has reported in this output folder yet',
      )
    case 'other-files': {
      const { files } = unanswered
      return text(
        `erreur\u00a0: --last-failed\u00a0: ce qui a échoué la dernière fois vient de ${quoted(files)}, et aucune ligne donnée ici n’en est\u00a0: rien n’est fabriqué`,
        `error: --last-failed: what failed the last time comes from ${files.join(', ')}, and no row given here is of it: nothing is made`,
      )
    }
    case 'none-failed':
      return text(
        'rien à reprendre\u00a0: rien n’a échoué la dernière fois',
        'nothing to mend: nothing failed the last time',
      )
  }
}
