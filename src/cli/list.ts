// signakit list: what exists, as a table or as JSON.
import type { Command } from '@commander-js/extra-typings'
import { plain } from '../input/nearest.ts'
import { text } from '../model/diagnostic.ts'
import { LIST_ALIASES } from './aliases.ts'
import { toJson } from './json.ts'
import { LIST_NAMES, lists } from './lists.ts'
import { oneOf } from './option-values.ts'
import type { Session } from './session.ts'
import { table } from './table.ts'

/** The English name of a list, from either name. */
const readName = (value: string) => oneOf('list', LIST_NAMES)(LIST_ALIASES[plain(value)] ?? value)

export const declareList = (command: Command, session: Session): void => {
  const { say, result } = session
  const names = LIST_NAMES.map(
    name => Object.entries(LIST_ALIASES).find(([, english]) => english === name)?.[0] ?? name,
  )
  command
    .argument('<list>', say(text(names.join(', '), LIST_NAMES.join(', '))), readName)
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
