// The words of a batch that say what it makes, without those that say how this machine goes about it: run.start.json keeps
// them, so that a run can be taken up again, and two machines that make the same kits say the same.
import { withoutAliases } from './aliases.ts'

/** Options of one run, and whether a value follows. */
const OF_THE_RUN: Readonly<Record<string, boolean>> = {
  '-o': true,
  '--out': true,
  '--jobs': true,
  '--queue': true,
  // Its number is in the names of its reports: together, the shards are the whole run.
  '--shard': true,
  '--dashboard': true,
  '--resume': false,
  '--force': false,
  '--quiet': false,
  '--json': false,
  '--reporter': true,
  '--fail-on': true,
  '--kit-timeout': true,
  '--kit-memory': true,
  '--lang': true,
}

/** Those that a run which goes on needs all the same: without them it would refuse what the whole run makes. */
const TAKEN_UP: ReadonlySet<string> = new Set(['--force', '--kit-timeout', '--kit-memory'])

export type KeptCommand = {
  /** After the verb, in the order they were typed. */
  readonly arguments: readonly string[]
  /** What else a run that goes on is to be told. */
  readonly options?: readonly string[]
}

export function keptCommand(typed: readonly string[], verb: string): KeptCommand {
  const words = withoutAliases(typed)
  const kept: string[] = []
  const options: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const [flag = ''] = word.split('=')
    const takes = word.startsWith('-') && Object.hasOwn(OF_THE_RUN, flag) ? OF_THE_RUN[flag] : undefined
    // `-osortie` and `--out=sortie` hold their value.
    const length = takes && !word.includes('=') ? 2 : 1
    if (takes === undefined) kept.push(word)
    else if (TAKEN_UP.has(flag)) options.push(...words.slice(index, index + length))
    index += length - 1
  }
  const at = kept.indexOf(verb)
  return {
    arguments: [...kept.slice(0, Math.max(0, at)), ...kept.slice(at + 1)],
    ...(options.length > 0 ? { options } : {}),
  }
}
