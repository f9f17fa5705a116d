// Filters that leave nothing to make, said as they were typed.
import type { Condition, Filters } from '../batch/filters.ts'
import type { Missed } from '../batch/missed.ts'
import type { Unanswered } from '../batch/unanswered.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { typed } from './typed.ts'

const quoted = (names: readonly string[]): string => names.map(each => `«\u00a0${each}\u00a0»`).join(', ')

/** More are counted: a line of two hundred names is read by nobody. */
const NAMED = 8

function named(names: readonly string[]): Text {
  const rest = names.length - NAMED
  if (rest <= 0) return text(quoted(names), names.join(', '))
  const first = names.slice(0, NAMED)
  const [fr, en] = rest === 1 ? ['un autre', 'another'] : [`${rest} autres`, `${rest} others`]
  return text(`${quoted(first)} et ${fr}`, `${first.join(', ')} and ${en}`)
}

const typedCondition = ({ column, operator, value }: Condition): string =>
  `--where ${typed(`${column}${operator}${value}`)}`

const typedFilters = ({ only = [], where = [], pieces = [] }: Filters): string =>
  [
    ...(only.length > 0 ? [`--only ${typed(only.join(','))}`] : []),
    ...where.map(typedCondition),
    ...pieces.map(({ id }) => `--piece ${typed(id)}`),
  ].join(' ')

/** What was probably meant, else all that there is when it is little. `of` says what it is the list of. */
function remedy({ near, all }: Pick<Missed, 'near' | 'all'>, of: Text): Text {
  const or = (word: string): string => near.map(each => `«\u00a0${each}\u00a0»`).join(` ${word} `)
  if (near.length > 0)
    return text(`\u202f; vouliez-vous dire ${or('ou')}\u202f?`, `; did you mean ${near.join(' or ')}?`)
  if (all.length > 0) return text(`\u202f; ${of.fr}\u00a0: ${all.join(', ')}`, `; ${of.en}: ${all.join(', ')}`)
  return text('', '')
}

/** One remedy for each word; what there is, once. */
const remedies = (missed: readonly Missed[], of: Text): Text => {
  const all = missed.map(each => remedy(each, of))
  return text([...new Set(all.map(({ fr }) => fr))].join(''), [...new Set(all.map(({ en }) => en))].join(''))
}

const wordsOf = (missed: readonly Missed[]): readonly string[] => missed.map(({ word }) => word)

function together({ filters, unmet }: Extract<Unanswered, { why: 'together' }>): Text {
  const [first] = unmet
  const shown = first ? typedCondition(first.condition) : typedFilters(filters)
  const { column, operator } = first?.condition ?? { column: '', operator: '=' }
  const { near = [], all = [] } = first?.values ?? {}
  const meant = near.map(value => `${column}${operator}${value}`)
  const { fr, en } = remedy({ near: meant, all }, text(`valeurs de ${column}`, `values of ${column}`))
  return text(
    `erreur\u00a0: rien ne répond à ${shown}\u00a0: rien n’est fabriqué${fr}`,
    `error: nothing answers to ${shown}: nothing is made${en}`,
  )
}

/** Which filter leaves nothing. */
export function unansweredText(unanswered: Unanswered): Text {
  switch (unanswered.why) {
    case 'only': {
      const ids = named(wordsOf(unanswered.ids))
      const { fr, en } = remedies(unanswered.ids, text('kits', 'kits'))
      return text(
        `erreur\u00a0: --only\u00a0: aucun kit ne s’appelle ${ids.fr}${fr}`,
        `error: --only: no kit is named ${ids.en}${en}`,
      )
    }
    case 'where': {
      const columns = wordsOf(unanswered.columns)
      const { fr, en } = remedies(unanswered.columns, text('colonnes', 'columns'))
      return text(
        `erreur\u00a0: --where\u00a0: aucune colonne ni clé ${quoted(columns)}${fr}`,
        `error: --where: no column or key ${columns.join(', ')}${en}`,
      )
    }
    case 'pieces': {
      const pieces = wordsOf(unanswered.pieces)
      const { fr, en } = remedies(unanswered.pieces, text('pièces du lot', 'pieces of the run'))
      return text(
        `erreur\u00a0: --piece\u00a0: aucune ligne du lot n’a la pièce ${quoted(pieces)}${fr}`,
        `error: --piece: no row of the run has the piece ${pieces.join(', ')}${en}`,
      )
    }
    case 'together':
      return together(unanswered)
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
    case 'none-failed': {
      const shown = typedFilters(unanswered.filters)
      if (shown === '') {
        return text(
          'rien à reprendre\u00a0: rien n’a échoué la dernière fois',
          'nothing to mend: nothing failed the last time',
        )
      }
      return text(
        `rien à reprendre\u00a0: de ce qui répond à ${shown}, rien n’a échoué la dernière fois`,
        `nothing to mend: of what answers to ${shown}, nothing failed the last time`,
      )
    }
  }
}
