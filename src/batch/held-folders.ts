// The folders that a merge reads and writes, held together while it does: no shard of theirs is made meanwhile, nor merged elsewhere.
import { resolve } from 'node:path'
import type { WriteFailure } from '../host/atomic.ts'
import type { Holder } from '../host/lock.ts'
import { isThisProcess, openWorkspace, type Workspace } from '../host/workspace.ts'
import { reportFiles } from './report-files.ts'

export type Held =
  | { readonly state: 'ours'; release(): void }
  | { readonly state: 'held'; readonly folder: string; readonly holder: Holder | undefined }
  | { readonly state: 'failed'; readonly failure: WriteFailure }

/** `out` must be written to; the others are only read, and may be where we cannot write. */
export function holdFolders(out: string, others: readonly string[]): Held {
  const held: Workspace[] = []
  const release = (): void => {
    for (const workspace of held) workspace.close()
  }
  const folders = new Map([out, ...others].map(folder => [resolve(folder), folder]))
  for (const [path, folder] of folders) {
    const opened = openWorkspace(reportFiles(folder).lock)
    if (opened.ok) {
      held.push(opened.workspace)
    } else if ('failure' in opened) {
      if (path !== resolve(out)) continue
      release()
      return { state: 'failed', failure: opened.failure }
      // Ours: one folder by two names.
    } else if (!isThisProcess(opened.holder)) {
      release()
      return { state: 'held', folder, holder: opened.holder }
    }
  }
  return { state: 'ours', release }
}
