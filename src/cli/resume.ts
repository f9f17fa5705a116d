// signakit batch --resume: the command of the run that stopped, read back from its run.start.json and parsed as if it were typed.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Shard } from '../batch/filters.ts'
import { reportFiles } from '../batch/report-files.ts'
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

const words = z.array(z.string().max(4096)).max(10_000)
const startSchema = z.looseObject({ command: z.object({ arguments: words, options: words.optional() }) })

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The words to parse: what the run was to make, then what was typed now, which wins. */
export function resumedArguments(out: string, shard: Shard | undefined, typed: readonly string[]): readonly string[] {
  const { start } = reportFiles(out, shard)
  const parsed = startSchema.safeParse(read(start))
  if (!parsed.success) {
    throw new UsageError(
      text(
        `--resume\u00a0: aucun lot n’a commencé dans ${out}, ou ${start} est abîmé`,
        `--resume: no run was started in ${out}, or ${start} is damaged`,
      ),
      text('donnez le tableur\u00a0: signakit batch structures.xlsx', 'give the sheet: signakit batch structures.xlsx'),
    )
  }
  const now = typed.filter(word => word !== '--resume')
  const at = now.indexOf('batch')
  const { arguments: kept, options = [] } = parsed.data.command
  // Its workers have limits of their own.
  const own = now.some(word => /^--queue(=|$)/.test(word)) ? options.filter(word => word === '--force') : options
  return ['batch', ...kept, ...own, ...now.slice(0, Math.max(0, at)), ...now.slice(at + 1)]
}
