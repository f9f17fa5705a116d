// What was found, told by the reporter that was asked for.
import { isAbsolute, relative } from 'node:path'
import { ownFile } from '../host/own-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { ReportOptions } from '../report/reporter.ts'
import { type ReporterName, reporters } from '../report/reporters.ts'
import type { Session } from './session.ts'

/** Text of a file by the name its places carry. */
export type Sources = (file: string) => string | undefined

/** A kit's own file is read from disk again when it could not be understood; a file too large shows no line. */
const MAX_SOURCE = 5_000_000

export const sourcesOf = (known: ReadonlyMap<string, string>, world: World): Sources => {
  const read = (file: string): string | undefined => {
    const found = world.read(file, { maxBytes: MAX_SOURCE })
    return found.ok ? new TextDecoder().decode(found.bytes) : undefined
  }
  return file => known.get(file) ?? read(file)
}

const below = (file: string, folder: string): string | undefined => {
  const way = relative(folder, file)
  return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : way.replaceAll('\\', '/')
}

/** Short names for people: from where they stand, or inside the tool for what it ships. */
const nameFrom =
  (cwd: string) =>
  (file: string): string =>
    isAbsolute(file) ? (below(file, cwd) ?? below(file, ownFile('templates/brands')) ?? file) : file

export type Telling = {
  readonly reporter: ReporterName
  /** Only errors are told. */
  readonly quiet: boolean
  /** Whether the findings are the result of the command, as for check. */
  readonly result: boolean
  /** What a batch adds: the rows of cells, and how many more there are of each rule. */
  readonly batch?: Pick<ReportOptions, 'rows' | 'more'>
}

/** People read frames on stderr; programs read theirs on stdout when they are the result. */
export function tellFindings(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { reporter, quiet, result, batch }: Telling,
  session: Session,
): void {
  const { lang, color, columns, cwd } = session
  const told = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics
  const text = reporters[reporter](told, {
    sources,
    lang,
    color,
    nameOf: nameFrom(cwd),
    ...batch,
    ...(columns === undefined ? {} : { width: columns }),
  })
  if (text === '') return
  if (result && reporter !== 'human') session.result(text)
  else session.talk(text)
}
