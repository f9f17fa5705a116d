// Whether a worker can make a kit that another machine asks for: its folders are here, and are those of the run.
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type Fence, fenceWorld, isFenced, mapPath } from '../../host/fence.ts'
import { holds } from '../../host/workspace.ts'
import { findProject } from '../../input/project.ts'
import type { World } from '../../model/world.ts'
import type { Answer, Job } from '../job.ts'
import { reportFiles } from '../report-files.ts'

export type Reached =
  /** With the paths of this machine. */
  | { readonly ok: true; readonly job: Job }
  /** What is not seen from here, as the run names it. `isOver`: another run holds the output, or none. */
  | { readonly ok: false; readonly path: string; readonly isOver?: true }

/** The working folder, for a job with a path that needs it. */
export function startOf({ entry, options }: Job, cwd: string): { readonly cwd?: string } {
  const { brand, printer, config } = options
  const named = [brand, printer].filter(each => each !== undefined && /[\\/]|\.ya?ml$/.test(each))
  const needs = [entry.file, config, ...named].some(each => each !== undefined && !isAbsolute(each))
  return needs ? { cwd } : {}
}

export function reach(job: Job, fence: Fence, world: World): Reached {
  const { entry, options, out, project, cwd } = job
  const seen = fenceWorld(world, fence)
  const here = { out: mapPath(out, fence.maps), ...(cwd === undefined ? {} : { cwd: mapPath(cwd, fence.maps) }) }
  // Only the run's own folder has its work beside it: a folder of the same name on another disk has not.
  const isShared = isFenced(here.out, fence) && seen.kind(reportFiles(here.out).work) === 'folder'
  if (!isAbsolute(out) || !isShared) return { ok: false, path: out }
  // The orders of a run that was killed stay in the queue: obeyed beside a later run, they would undo what it made.
  if (job.by !== undefined && ['other', 'nobody'].includes(holds(reportFiles(here.out).work, job.by))) {
    return { ok: false, path: out, isOver: true }
  }
  if (here.cwd !== undefined && (!isAbsolute(here.cwd) || seen.kind(here.cwd) !== 'folder')) {
    return { ok: false, path: cwd ?? '' }
  }
  const file = here.cwd === undefined ? entry.file : resolve(here.cwd, entry.file)
  if (!isAbsolute(file) || seen.kind(file) !== 'file') return { ok: false, path: entry.file }
  const config = options.config === undefined ? undefined : resolve(here.cwd ?? '/', options.config)
  // Without its project a kit would be made by other rules, and nobody would know.
  if (findProject(dirname(file), config, seen).value?.sha256 !== project) {
    return { ok: false, path: config ?? join(dirname(file), 'signakit.yaml') }
  }
  return { ok: true, job: { ...job, ...here } }
}

/** The answer with the paths of the run. */
export function answerFor(answer: Answer, here: Job, asked: Job): Answer {
  if (here.out === asked.out) return answer
  const renamed = (_: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(`${here.out}/`)
      ? `${asked.out}${value.slice(here.out.length)}`
      : value
  // The same with other paths.
  return JSON.parse(JSON.stringify(answer), renamed) as Answer
}
