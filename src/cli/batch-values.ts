// Reads the values of the options of batch.
import { type Condition, readCondition, type Shard } from '../batch/filters.ts'
import { slug } from '../input/slug.ts'
import { type Text, text } from '../model/diagnostic.ts'
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

/** The rank of this task among others, as schedulers tell it; `from` is the rank of the first. */
const RANKS: readonly { readonly name: string; readonly from: string | number; readonly count?: string }[] = [
  { name: 'JOB_COMPLETION_INDEX', from: 0 },
  { name: 'AWS_BATCH_JOB_ARRAY_INDEX', from: 0, count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  { name: 'CLOUD_RUN_TASK_INDEX', from: 0, count: 'CLOUD_RUN_TASK_COUNT' },
  { name: 'SLURM_ARRAY_TASK_ID', from: 'SLURM_ARRAY_TASK_MIN', count: 'SLURM_ARRAY_TASK_COUNT' },
]

const whole = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined

const noShard = (value: string, why: Text): UsageError =>
  new UsageError(
    text(`--shard\u00a0: «\u00a0${value}\u00a0»\u00a0: ${why.fr}`, `--shard: “${value}”: ${why.en}`),
    text('écrivez 1/8 à 8/8, ou auto/8', 'write 1/8 to 8/8, or auto/8'),
  )

function fromEnvironment(value: string, count: number | undefined, env: NodeJS.ProcessEnv): Shard {
  const found = RANKS.find(({ name }) => whole(env[name]) !== undefined)
  const rank = found && whole(env[found.name])
  if (!found || rank === undefined) {
    const names = RANKS.map(({ name }) => name).join(', ')
    throw noShard(
      value,
      text(`aucune variable de rang dans l’environnement (${names})`, `no rank variable in the environment (${names})`),
    )
  }
  const from = typeof found.from === 'number' ? found.from : (whole(env[found.from]) ?? 1)
  const total = count ?? (found.count === undefined ? undefined : whole(env[found.count]))
  if (total === undefined) {
    throw noShard(value, text('le nombre de parts n’est pas dit', 'the number of parts is not told'))
  }
  return checked(value, rank - from + 1, total)
}

function checked(value: string, index: number, count: number): Shard {
  if (count >= 1 && index >= 1 && index <= count) return { index, count }
  throw noShard(value, text(`la part ${index} sur ${count} n’existe pas`, `there is no part ${index} of ${count}`))
}

/** `2/8`, `auto/8`, or `auto` where the scheduler tells how many there are. */
export function readShard(value: string): Shard {
  const [, rank, count] = /^(auto|\d{1,6})(?:\/(\d{1,6}))?$/.exec(value) ?? []
  if (rank === 'auto') return fromEnvironment(value, whole(count), process.env)
  const [index, total] = [whole(rank), whole(count)]
  if (index === undefined || total === undefined) {
    throw noShard(value, text('ne se lit pas', 'cannot be read'))
  }
  return checked(value, index, total)
}
