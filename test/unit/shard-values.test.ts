// The part that a task makes, as each scheduler tells it: the right one, or a refusal, never another task's.
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../src/cli/shard-values.ts'

const slurm = (id: number, first: number, last: number, count: number) => ({
  SLURM_ARRAY_TASK_ID: `${id}`,
  SLURM_ARRAY_TASK_MIN: `${first}`,
  SLURM_ARRAY_TASK_MAX: `${last}`,
  SLURM_ARRAY_TASK_COUNT: `${count}`,
})

const refusal = (value: string, env: Readonly<Record<string, string>>): string => {
  try {
    return JSON.stringify(shardOf(value, env))
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('--shard', () => {
  it.each([
    ['2/8', {}, { index: 2, count: 8 }],
    ['auto/3', { JOB_COMPLETION_INDEX: '2' }, { index: 3, count: 3 }],
    ['auto/3', { JOB_COMPLETION_INDEX: '', ...slurm(0, 0, 2, 3) }, { index: 1, count: 3 }],
    ['auto', { CLOUD_RUN_TASK_INDEX: '4', CLOUD_RUN_TASK_COUNT: '5' }, { index: 5, count: 5 }],
    ['auto/5', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '5' }, { index: 1, count: 5 }],
    ['auto/3', slurm(2, 0, 2, 3), { index: 3, count: 3 }],
    ['auto', slurm(3, 1, 3, 3), { index: 3, count: 3 }],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_MAX: '3' },
      { index: 3, count: 3 },
    ],
  ])('%s with %j', (value, env, shard) => {
    expect(shardOf(value, env)).toEqual(shard)
  })

  it.each([
    ['a task of Slurm submitted again alone', 'auto/3', slurm(2, 2, 2, 1), 'this array has 1 task ('],
    ['that task, of as many parts as tasks', 'auto', slurm(2, 2, 2, 1), 'from 0 or 1 on'],
    ['some tasks of Slurm', 'auto/3', slurm(5, 1, 5, 3), 'from 0 or 1 on'],
    ['every second task', 'auto/16', slurm(4, 0, 30, 16), 'from 0 or 1 on'],
    [
      'an array of another size',
      'auto/3',
      { CLOUD_RUN_TASK_INDEX: '1', CLOUD_RUN_TASK_COUNT: '5' },
      'has 5 tasks (CLOUD_RUN_TASK_COUNT), not 3',
    ],
    ['a first task that is not told', 'auto/3', { SLURM_ARRAY_TASK_ID: '2' }, 'from 0 or 1 on'],
    [
      'a rank that is no number',
      'auto/3',
      { JOB_COMPLETION_INDEX: 'abc' },
      'JOB_COMPLETION_INDEX is “abc”, which is no number',
    ],
    ['a rank beyond the parts', 'auto/3', { JOB_COMPLETION_INDEX: '3' }, 'there is no part 4 of 3'],
    ['a number of parts that nobody tells', 'auto', { JOB_COMPLETION_INDEX: '3' }, 'the number of parts is not told'],
    ['no rank at all', 'auto/3', {}, 'no rank variable'],
    ['a part beyond all', '9/8', {}, 'there is no part 9 of 8'],
  ])('refuses %s', (_, value, env, why) => {
    expect(refusal(value, env)).toContain(why)
  })
})
