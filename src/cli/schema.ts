// signakit schema: the JSON Schema of a file format, described in French, for editors.
import type { Command } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { toJson } from './json.ts'
import { oneOf } from './option-values.ts'
import { SCHEMA_NAMES, schemas } from './schemas.ts'
import type { Session } from './session.ts'

export const declareSchema = (command: Command, { say, result }: Session): void => {
  command
    .argument('<format>', say(text(SCHEMA_NAMES.join(', '), SCHEMA_NAMES.join(', '))), oneOf('schema', SCHEMA_NAMES))
    .action(async format => result(toJson(await schemas[format]())))
}
