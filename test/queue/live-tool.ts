// Starts `signakit` beside a real Redis, listens to what it says, and ends it with the tests.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const PASSWORD = 'entre-nous'

export type Started = { readonly child: ChildProcess; said(): string; ended(): Promise<number | null> }

const running = new Set<ChildProcess>()

type Where = { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly binary?: string }

export function start(args: readonly string[], { cwd, env = {}, binary = `${root}bin/signakit.js` }: Where): Started {
  const child = spawn(process.execPath, [binary, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, LANG: 'fr_FR.UTF-8', SIGNAKIT_QUEUE_PASSWORD: PASSWORD, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const end = once(child, 'close')
  return {
    child,
    said: () => said,
    ended: async () => {
      await end
      return child.exitCode
    },
  }
}

/** Ends what a failed test has left. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(50)
}
