// The entry. Help and version are answered at once, from a text that the build prepared; the rest loads when there is work.
import { readFileSync } from 'node:fs'
import { ownVersion } from '../host/own-files.ts'
import { type Lang, languageOf } from './language.ts'
import { openSession } from './session.ts'

/** What asks for nothing else: with or without a language. */
const isAlone = (args: readonly string[], flags: readonly string[]): boolean => {
  const [flag = '', ...rest] = args
  return flags.includes(flag) && (rest.length === 0 || /^--lang( |=)(fr|en)$/.test(rest.join(' ')))
}

/** The help as `scripts/build.mjs` saved it beside the bundle; absent when the sources are run without a build. */
function preparedHelp(lang: Lang): string | undefined {
  try {
    return readFileSync(new URL(`help.${lang}.txt`, import.meta.url), 'utf8').trimEnd()
  } catch {
    return undefined
  }
}

function quickAnswer(args: readonly string[], lang: Lang): string | undefined {
  if (isAlone(args, ['-V', '--version'])) return ownVersion()
  return isAlone(args, ['-h', '--help', 'help']) ? preparedHelp(lang) : undefined
}

/** Once what was printed has reached its reader: left to itself, Node takes its memory apart piece by piece before it ends. */
async function leave(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writable) await new Promise(resolve => stream.write('', resolve))
  }
  // A reader that left is heard of a turn later, and may change the exit code.
  await new Promise(resolve => setImmediate(resolve))
  process.exit()
}

async function main(): Promise<void> {
  const typed = process.argv.slice(2)
  const lang = languageOf(typed, process.env)
  const session = openSession(lang, typed)
  const answer = quickAnswer(typed, lang)
  if (answer === undefined) {
    const { startProgram } = await import('./start.ts')
    const { startRun } = await startProgram(typed.includes('render'))
    await (await startRun()).run(session, typed)
  } else session.result(answer)
  await leave()
}

void main()
