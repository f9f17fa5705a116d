// signakit list: what exists, as a table or as JSON.
import type { Command } from '@commander-js/extra-typings'
import { plain } from '../input/nearest.ts'
import { text } from '../model/diagnostic.ts'
import { LIST_ALIASES } from './aliases.ts'
import { toJson } from './json.ts'
import { LIST_NAMES, type ListName, lists } from './lists.ts'
import { badChoice } from './option-values.ts'
import type { Session } from './session.ts'
import { table } from './table.ts'

/** The name of a list in French; some are the same in both languages. */
const french = (name: ListName): string =>
  Object.entries(LIST_ALIASES).find(([, english]) => english === name)?.[0] ?? name

/** Either name is understood; the choices are said in the language of the run. */
const readName =
  (names: readonly string[]) =>
  (value: string): ListName => {
    const name = LIST_ALIASES[plain(value)] ?? value
    const known = LIST_NAMES.find(each => each === name)
    if (known !== undefined) return known
    throw badChoice('list', value, names)
  }

export const declareList = (command: Command, session: Session): void => {
  const { say, result } = session
  const names = session.lang === 'fr' ? LIST_NAMES.map(french) : LIST_NAMES
  command
    .argument('<list>', names.join(', '), readName(names))
    .option('--json', say(text('un document JSON', 'a JSON document')))
    .action(async (name, { json }) => {
      const { columns, entries } = await lists[name]()
      const { openWorld } = await import('../host/world.ts')
      const found = entries({ world: openWorld(), say, folder: session.cwd })
      if (json) result(toJson(found.map(({ value }) => value)))
      else
        for (const line of table(
          columns.map(say),
          found.map(({ cells }) => cells),
        ))
          result(line)
    })
}
