// Reads the value of --shard: a part of how many, as typed, or as the scheduler of the task tells it.
import type { Shard } from '../batch/filters.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { countText } from './measures.ts'
import { UsageError } from './usage-error.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The rank of this task among others, as schedulers tell it, from 0 on unless `from` says where from. */
type Scheduler = { readonly rank: string; readonly count?: string; readonly from?: string; readonly to?: string }

const SCHEDULERS: readonly Scheduler[] = [
  { rank: 'JOB_COMPLETION_INDEX' },
  { rank: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  { rank: 'CLOUD_RUN_TASK_INDEX', count: 'CLOUD_RUN_TASK_COUNT' },
  {
    rank: 'SLURM_ARRAY_TASK_ID',
    count: 'SLURM_ARRAY_TASK_COUNT',
    from: 'SLURM_ARRAY_TASK_MIN',
    to: 'SLURM_ARRAY_TASK_MAX',
  },
]

const whole = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined

const noShard = (
  value: string,
  why: Text,
  hint = text('écrivez 1/8 à 8/8, ou auto/8', 'write 1/8 to 8/8, or auto/8'),
) =>
  new UsageError(text(`--shard\u00a0: «\u00a0${value}\u00a0»\u00a0: ${why.fr}`, `--shard: “${value}”: ${why.en}`), hint)

function checked(value: string, index: number, count: number): Shard {
  if (count >= 1 && index >= 1 && index <= count) return { index, count }
  throw noShard(value, text(`la part ${index} sur ${count} n’existe pas`, `there is no part ${index} of ${count}`))
}

/** A variable that is there; one that is no rank is a mistake, not an absence. */
function wholeIn(value: string, name: string, env: Env): number {
  const read = whole(env[name])
  if (read !== undefined) return read
  const shown = (env[name] ?? '').slice(0, 40)
  throw noShard(
    value,
    text(`${name} vaut «\u00a0${shown}\u00a0», qui n’est pas un nombre`, `${name} is “${shown}”, which is no number`),
  )
}

const isSet = (name: string | undefined, env: Env): name is string => name !== undefined && (env[name] ?? '') !== ''

/** How an array is written whose tasks are the parts, and a part that is made again alone. */
const arrayHint = (count: number): Text =>
  text(
    `numérotez les tâches de 0 à ${count - 1} ou de 1 à ${count} (Slurm\u00a0: --array=0-${count - 1}), ou écrivez la part elle-même, comme --shard 3/${count}`,
    `number the tasks from 0 to ${count - 1} or from 1 to ${count} (Slurm: --array=0-${count - 1}), or write the part itself, such as --shard 3/${count}`,
  )

/** Some tasks of an array, submitted again, are counted from the first of them: their ranks are no parts any more. */
function arrayOf(value: string, asked: number | undefined, scheduler: Scheduler, env: Env) {
  const { count: named, from, to } = scheduler
  const [first, last] = [from, to].map(name => (isSet(name, env) ? wholeIn(value, name, env) : undefined))
  const told = isSet(named, env) ? wholeIn(value, named, env) : undefined
  const span = first === undefined || last === undefined ? undefined : last - first + 1
  const [size, count] = [told ?? span, asked ?? told ?? span]
  if (count === undefined)
    throw noShard(value, text('le nombre de parts n’est pas dit', 'the number of parts is not told'))
  if (size !== undefined && size !== count) {
    const tasks = countText(size, text('tâche', 'task'), text('tâches', 'tasks'))
    const name = told === undefined ? `${from}, ${to}` : named
    throw noShard(
      value,
      text(
        `ce tableau compte ${tasks.fr} (${name}), et non ${count}`,
        `this array has ${tasks.en} (${name}), not ${count}`,
      ),
      arrayHint(count),
    )
  }
  const hasGaps = span !== undefined && span !== count
  const isPart = asked === undefined && first !== undefined && first > 1
  if (hasGaps || isPart || (from !== undefined && first === undefined)) {
    throw noShard(
      value,
      text(
        'les tâches de ce tableau ne se suivent pas à partir de 0 ou de 1',
        'the tasks of this array do not follow each other from 0 or 1 on',
      ),
      arrayHint(count),
    )
  }
  return { first: first ?? 0, count }
}

function fromEnvironment(value: string, asked: number | undefined, env: Env): Shard {
  const found = SCHEDULERS.find(({ rank }) => isSet(rank, env))
  if (!found) {
    const names = SCHEDULERS.map(({ rank }) => rank).join(', ')
    throw noShard(
      value,
      text(`aucune variable de rang dans l’environnement (${names})`, `no rank variable in the environment (${names})`),
    )
  }
  const rank = wholeIn(value, found.rank, env)
  const { first, count } = arrayOf(value, asked, found, env)
  return checked(value, rank - first + 1, count)
}

/** `2/8`, `auto/8`, or `auto` where the scheduler tells how many there are. */
export function shardOf(value: string, env: Env): Shard {
  const [, rank, count] = /^(auto|\d{1,6})(?:\/(\d{1,6}))?$/.exec(value) ?? []
  if (rank === 'auto') return fromEnvironment(value, whole(count), env)
  const [index, total] = [whole(rank), whole(count)]
  if (index === undefined || total === undefined) {
    throw noShard(value, text('ne se lit pas', 'cannot be read'))
  }
  return checked(value, index, total)
}

export const readShard = (value: string): Shard => shardOf(value, process.env)
