// One run of the command line: its language, its two outlets, its exit code. Nothing else prints.
import type { Text } from '../model/diagnostic.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Lang } from './language.ts'

export type Session = {
  readonly lang: Lang
  /** Whether stderr, where people look, takes colours. */
  readonly color: boolean
  /** Width of the terminal that stderr is, if it is one. */
  readonly columns: number | undefined
  /** Whether a person is there to answer questions. */
  readonly interactive: boolean
  readonly cwd: string
  /** The words of the command line, without the program. */
  readonly typed: readonly string[]
  /** The sentence in the language of the run. */
  say(text: Text): string
  /** The result, on stdout: a line. */
  result(line: string): void
  /** The talk, on stderr: a line. */
  talk(line: string): void
  /** The talk as it is, without a line end: a line that moves on a terminal. */
  draw(words: string): void
  /** Does what other words say, as if they had been typed instead. */
  again(typed: readonly string[]): Promise<void>
  /** Sets the exit code of the process; the last call counts. */
  exit(code: Exit): void
}

/** FORCE_COLOR wins over NO_COLOR, as in Node itself; both win over the terminal. */
export function wantsColor(env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  if (env.NO_COLOR) return false
  return stream.isTTY && stream.hasColors()
}

/** A reader that leaves early (`| head`) is no error: what it does not read is not written, the work goes on. */
function outlet(stream: NodeJS.WriteStream): (line: string) => void {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false
    if (error.code !== 'EPIPE') process.exitCode = EXIT.file
  })
  return line => {
    if (open) stream.write(`${line}\n`)
  }
}

export const openSession = (lang: Lang, typed: readonly string[]): Session => ({
  lang,
  color: wantsColor(process.env, process.stderr),
  columns: process.stderr.isTTY ? process.stderr.columns : undefined,
  interactive: process.stdin.isTTY && process.stdout.isTTY,
  cwd: process.cwd(),
  typed,
  say: text => text[lang],
  result: outlet(process.stdout),
  talk: outlet(process.stderr),
  draw: words => {
    if (process.stderr.writable) process.stderr.write(words)
  },
  again: () => Promise.reject(new Error('nothing was typed yet')),
  exit: code => {
    process.exitCode = code
  },
})
