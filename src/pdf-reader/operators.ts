// Every content operator the reader knows, by its name in the content stream (ISO 32000-1 annex A).
import { colorOperators } from './operators-color.ts'
import { markOperators } from './operators-marks.ts'
import { objectOperators } from './operators-object.ts'
import { pathOperators } from './operators-path.ts'
import { stateOperators } from './operators-state.ts'
import { textOperators } from './operators-text.ts'
import type { Operator } from './walk.ts'

/** A map, not an object: a hostile file may name an operator `constructor`. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(stateOperators),
  ...Object.entries(pathOperators),
  ...Object.entries(textOperators),
  ...Object.entries(colorOperators),
  ...Object.entries(markOperators),
  ...Object.entries(objectOperators),
])
