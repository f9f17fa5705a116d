// The rest of the tool: the script of the build when it is there, else the sources.
import { fileURLToPath } from 'node:url'
import { runCompiled } from '../host/compiled-script.ts'

type Entries = typeof import('./entries.ts')

/** The name of the script, written by the build; absent when the sources are run without one. */
declare const PROGRAM: string | undefined

/** @param whole whether this run goes through most of the code: what V8 compiled for it serves every later start */
export async function startProgram(whole: boolean): Promise<Entries> {
  if (typeof PROGRAM === 'undefined') return import('./entries.ts')
  // Made of `entries.ts` by the build.
  return runCompiled(fileURLToPath(new URL(PROGRAM, import.meta.url)), whole) as Entries
}
