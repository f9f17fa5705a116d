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

/** After the verb, in the order they were typed. */
export function keptArguments(typed: readonly string[], verb: string): readonly string[] {
  const words = withoutAliases(typed)
  const kept: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const [flag = ''] = word.split('=')
    const takes = word.startsWith('-') && Object.hasOwn(OF_THE_RUN, flag) ? OF_THE_RUN[flag] : undefined
    if (takes === undefined) kept.push(word)
    // `-osortie` and `--out=sortie` hold their value.
    else if (takes && !word.includes('=')) index++
  }
  const at = kept.indexOf(verb)
  return [...kept.slice(0, Math.max(0, at)), ...kept.slice(at + 1)]
}
