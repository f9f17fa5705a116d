// The files that a batch was asked to read, or why that cannot be.
import { isWorkbook, type Source, sourcesOf } from '../batch/sources.ts'
import { text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { UsageError } from './usage-error.ts'

export function sourcesOrThrow(files: readonly string[], world: World): readonly Source[] {
  if (files.length === 0) {
    throw new UsageError(
      text('dites quel tableur ou quel dossier lire', 'say which sheet or folder to read'),
      text('signakit batch structures.xlsx', 'signakit batch structures.xlsx'),
    )
  }
  return files.flatMap(file => {
    const found = sourcesOf(file, world)
    if (found.length > 0) return found
    throw new UsageError(
      text(`«\u00a0${file}\u00a0» ne contient aucun kit`, `“${file}” holds no kit`),
      text(
        'un dossier donne ses fichiers .yaml, un motif les fichiers qui lui répondent',
        'a folder gives its .yaml files, a pattern the files that match it',
      ),
    )
  })
}

/** `--sheet` names a sheet of something. */
export function workbookOrThrow(sources: readonly Source[], sheet: string | undefined): void {
  const [first] = sources
  if (sheet === undefined || !first || sources.some(isWorkbook)) return
  throw new UsageError(
    text(`--sheet\u00a0: ${first.file} n’a pas d’onglets`, `--sheet: ${first.file} has no sheets to choose from`),
    text('retirez l’option, ou donnez un classeur .xlsx ou .ods', 'drop the option, or give a workbook, .xlsx or .ods'),
  )
}
