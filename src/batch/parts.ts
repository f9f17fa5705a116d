// The parts of one run as they lie in their folders: found, and fit to be merged or not.
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { modifiedAt } from '../host/disk.ts'
import { linesOfFile } from '../host/lines.ts'
import type { World } from '../model/world.ts'
import type { Shard } from './filters.ts'
import { type ReportFiles, reportFiles, shardOfName } from './report-files.ts'
import { type Counts, counted, kitOfLine, NO_COUNTS } from './reports/batch-json.ts'
import { type Ended, readEnd, readStart } from './reports/run-files.ts'

export type Part = { readonly index: number; readonly files: ReportFiles }

/** `2/8`, the folder that it is in, and what it was asked. */
export type Named = { readonly part: string; readonly folder: string; readonly command: string }

export type Ready = {
  readonly state: 'ready'
  /** In their order, all of them. */
  readonly parts: readonly Part[]
  /** Of any of them: they are of one run. */
  readonly command: Readonly<Record<string, unknown>>
}

export type Unfit =
  | { readonly state: 'none' }
  /** Parts that are not there, or that did not come to their end. */
  | { readonly state: 'missing'; readonly count: number; readonly parts: readonly number[] }
  /** Parts of several cuts: the whole of one may be the past of another. */
  | { readonly state: 'mixed'; readonly parts: readonly string[] }
  /** One part, found more than once. */
  | { readonly state: 'twice'; readonly parts: readonly Named[] }
  /** Parts of runs that were not the same. */
  | { readonly state: 'different'; readonly parts: readonly Named[] }
  /** Parts that another tool has made than the others: each with its version. */
  | { readonly state: 'tools'; readonly parts: readonly (Named & { readonly version: string })[] }
  /** Parts that have read other entries than the last one that was made: their kits are not the rest of its kits. */
  | { readonly state: 'changed'; readonly parts: readonly Named[]; readonly last: Named }

type Ran = Named & { readonly files: ReportFiles; readonly end: Ended | undefined }

/** Ends of an older version say neither: they are of one run when they all are of it. */
const differ = (parts: readonly Ran[], what: 'tool' | 'entries'): boolean =>
  new Set(parts.map(({ end }) => end?.[what])).size > 1

/** The part that was made last has read what is there now. */
function lastOf(parts: readonly Ran[]): Ran | undefined {
  const dated = parts.map(part => ({ part, at: modifiedAt(part.files.end) ?? 0 }))
  return dated.toSorted((a, b) => b.at - a.at)[0]?.part
}

const nameOf = ({ part, folder, command }: Named): Named => ({ part, folder, command })

/** Why parts that were asked the same are not of one run, if they are not. */
function unlike(parts: readonly Ran[]): Unfit | undefined {
  if (differ(parts, 'tool')) {
    return { state: 'tools', parts: parts.map(part => ({ ...nameOf(part), version: part.end?.signakit ?? '?' })) }
  }
  const last = lastOf(parts)
  if (!last || !differ(parts, 'entries')) return undefined
  const others = parts.filter(({ end }) => end?.entries !== last.end?.entries)
  return { state: 'changed', parts: others.map(nameOf), last: nameOf(last) }
}

type Found = { readonly shard: Shard; readonly files: ReportFiles }

const shardsIn = (folders: readonly string[], world: World): readonly Found[] =>
  folders.flatMap(folder =>
    world.list(folder).flatMap(name => {
      const shard = shardOfName(name)
      return shard ? [{ shard, files: reportFiles(folder, shard) }] : []
    }),
  )

const partsOf = (found: readonly Found[]): readonly Part[] =>
  found.map(({ shard, files }) => ({ index: shard.index, files })).sort((a, b) => a.index - b.index)

/** Where each part is, of the smallest cut first. */
const cutsOf = (found: readonly Found[]): readonly string[] =>
  found
    .toSorted((a, b) => a.shard.count - b.shard.count || a.shard.index - b.shard.index)
    .map(({ shard, files }) => `${shard.index}/${shard.count} (${files.json})`)

const isOfOneRun = (parts: readonly Named[]): boolean => new Set(parts.map(({ command }) => command)).size < 2

/** The words of its command, as typed. */
const wordsOf = (command: Readonly<Record<string, unknown>> | undefined): string =>
  Array.isArray(command?.arguments) ? command.arguments.join(' ') : ''

/** What lies in the folders, as their starts and ends say it; nothing is changed. */
export function partsIn(folders: readonly string[], world: World): Ready | Unfit {
  const found = shardsIn(folders, world)
  const [count, ...others] = new Set(found.map(({ shard }) => shard.count))
  if (count === undefined) return { state: 'none' }
  if (others.length > 0) return { state: 'mixed', parts: cutsOf(found) }
  const parts = partsOf(found)
  const ran = parts.map(({ index, files }) => ({
    index,
    files,
    end: readEnd(files),
    part: `${index}/${count}`,
    folder: dirname(files.json),
    command: wordsOf(readStart(files)),
  }))
  const wanted = Array.from({ length: count }, (_, rank) => rank + 1)
  const missing = wanted.filter(index => !ran.some(each => each.index === index && each.end?.status === 'finished'))
  if (missing.length > 0) return { state: 'missing', count, parts: missing }
  const twice = ran.filter(({ part }) => ran.filter(other => other.part === part).length > 1)
  if (twice.length > 0) return { state: 'twice', parts: twice.map(nameOf) }
  const [first] = parts
  const command = first && readStart(first.files)
  if (!command || !isOfOneRun(ran)) return { state: 'different', parts: ran.map(nameOf) }
  return unlike(ran) ?? { state: 'ready', parts, command }
}

/** What a part tells of its kits, and the SHA-256 of its report: one reading of it. */
export type Weighed = { readonly counts: Counts; readonly sha256: string }

export function weigh({ json }: ReportFiles): Weighed {
  const hash = createHash('sha256')
  let counts = NO_COUNTS
  for (const line of linesOfFile(json)) {
    hash.update(`${line}\n`)
    const report = kitOfLine(line)
    if (report) counts = counted(counts, report)
  }
  return { counts, sha256: hash.digest('hex') }
}

/** Whether the report tells as many kits as its run has ended with. Ends of older versions count less. */
export const agrees = ({ counts }: Weighed, end: Ended | undefined): boolean =>
  Object.entries(end?.counts ?? {}).every(([what, count]) => Reflect.get(counts, what) === count)

export const sumOf = (all: readonly Weighed[]): Counts =>
  all.reduce<Counts>(
    (sum, { counts }) => ({
      kits: sum.kits + counts.kits,
      complete: sum.complete + counts.complete,
      incomplete: sum.incomplete + counts.incomplete,
      refused: sum.refused + counts.refused,
      closed: sum.closed + counts.closed,
      unordered: sum.unordered + counts.unordered,
      hidden: sum.hidden + counts.hidden,
      pieces: sum.pieces + counts.pieces,
      files: sum.files + counts.files,
    }),
    NO_COUNTS,
  )
