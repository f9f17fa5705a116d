// Reads the values of the options of batch.
import { type Condition, readCondition } from '../batch/filters.ts'
import { slug } from '../input/slug.ts'
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

/** Ids, gathered, as folders bear them: « C003 » of a sheet is the kit c003. */
export const readOnly = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(',').map(id => slug(id) || id.trim()),
]

/** Conditions, gathered: all of them must hold. */
export function readWhere(value: string, before: readonly Condition[] = []): readonly Condition[] {
  const condition = readCondition(value)
  if (condition) return [...before, condition]
  throw new UsageError(
    text(
      `--where\u00a0: «\u00a0${value}\u00a0» ne se lit pas\u202f; attendu\u00a0: commune=Bordeaux, type!=crèche ou nom~lilas`,
      `--where: cannot read “${value}”; expected commune=Bordeaux, type!=crèche or nom~lilas`,
    ),
  )
}
