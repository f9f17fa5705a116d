// The files that a batch leaves beside its kits (CONTRACT §7): by name, for the whole run or for one of its shards.
import { basename, join } from 'node:path'
import type { Shard } from './filters.ts'

export type ReportFiles = {
  readonly json: string
  readonly csv: string
  readonly errors: string
  readonly start: string
  readonly end: string
  /** Held while the run writes. */
  readonly lock: string
  readonly spool: string
  /** Of lock and spool; removed when empty. */
  readonly work: string
}

/** Of the name of a shard's report: which part of how many. */
export function shardOfName(name: string): Shard | undefined {
  const [, index, count] = /^batch\.(\d+)-of-(\d+)\.json$/.exec(name) ?? []
  return index === undefined || count === undefined ? undefined : { index: Number(index), count: Number(count) }
}

/** `batch.json`, or `batch.2-of-8.json` for a shard: shards write into one folder side by side. */
export function reportFiles(out: string, shard?: Shard): ReportFiles {
  const part = shard ? `.${shard.index}-of-${shard.count}` : ''
  const work = join(out, '.signakit')
  return {
    json: join(out, `batch${part}.json`),
    csv: join(out, `batch${part}.csv`),
    errors: join(out, `errors${part}.csv`),
    start: join(out, `run.start${part}.json`),
    end: join(out, `run.end${part}.json`),
    lock: join(work, `lock${part}`),
    spool: join(work, `spool${part}`),
    work,
  }
}

/** The names of those that are written under a temporary name first: in one folder, each shard has its own. */
export const reportNames = ({ json, csv, errors, start, end }: ReportFiles): ReadonlySet<string> =>
  new Set([json, csv, errors, start, end].map(path => basename(path)))
