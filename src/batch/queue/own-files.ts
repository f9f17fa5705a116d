// The run's own files, as it promised them to its workers: what they answered first, and whether they still answer the same.
import { dirname, resolve } from 'node:path'
import type { Reads } from '../../model/stamp.ts'
import type { Expected, Job } from '../job.ts'
import type { Comparison, Difference } from '../noted-world.ts'
import { needed } from './compare.ts'
import type { PassedOn } from './passed-on.ts'
import type { QueueRequest } from './queue-request.ts'

/** Of an entry, where the paths of what was read for it start. */
export const baseOf = ({ entry }: Job): string => dirname(resolve(entry.file))

export class OwnFiles {
  private readonly request: Pick<QueueRequest, 'expected' | 'files'>
  private readonly first: Comparison
  private readonly suspects = new Map<string, { readonly passed: PassedOn; readonly expected: Expected }>()
  /** What did not answer as it had, the last time that suspects were looked into. */
  private changed: ReadonlySet<string> = new Set()

  constructor(request: Pick<QueueRequest, 'expected' | 'files'>) {
    this.request = request
    this.first = request.files()
  }

  /** What a worker must have to begin a kit. */
  expected(job: Job): { readonly expected?: Expected } {
    const expected = this.request.expected(job)
    return expected ? { expected: { ...expected, reads: needed(expected.reads) } } : {}
  }

  differ(reads: Reads, base: string): Difference | undefined {
    return this.first.differ(reads, base)
  }

  /** What a worker must have to make again a kit of which it read all this. */
  again(reads: Reads, base: string): Expected {
    return { base, reads: needed(this.first.again(reads, base)) }
  }

  /** Of an order that a worker left because its files are not those that were promised. */
  suspect(passed: PassedOn, expected: Expected): void {
    this.suspects.set(`${passed.host} ${passed.path}`, { passed, expected })
  }

  /**
   * Whether it is the worker that has other files, which is said, or the run whose files changed since they were promised. That
   * is believed when it is so twice in a row: programs that save a file have another beside it for a moment.
   *
   * @returns the file that changed
   */
  lookInto(say: (passed: PassedOn) => void): string | undefined {
    const changed = new Set<string>()
    const now = this.suspects.size === 0 ? undefined : this.now()
    for (const { passed, expected } of this.suspects.values()) {
      const other = now?.differ(expected.reads, expected.base)
      if (!other) say(passed)
      else if (this.changed.has(other.path)) return other.path
      else changed.add(other.path)
    }
    this.suspects.clear()
    this.changed = changed
    return undefined
  }

  /** Asks the disk again; what that answers is remembered in turn. */
  now(): Comparison {
    return this.request.files()
  }
}
