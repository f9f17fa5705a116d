// A Redis of our own: on a free port of this machine, in a folder of its own, ended by whoever started it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export type Server = {
  readonly port: number
  /** As a machine that loses its power. */
  kill(): Promise<void>
  /** `again`: a setting that it comes back with. */
  start(again?: readonly string[]): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return bound.port
}

/** Servers of a test file, each in a folder of its own below `base`; ended all at once. */
export function serversIn(base: string, path: string, usual: string) {
  const servers: Server[] = []
  return {
    async serve(name: string, more: readonly string[] = [], password = usual): Promise<Server> {
      mkdirSync(join(base, name))
      const server = await startRedis(path, join(base, name), password, more)
      servers.push(server)
      return server
    },
    end: (): Promise<unknown> => Promise.all(servers.map(server => server.kill())),
  }
}

/** `password`: empty for none; `more`: as on the command line of the server. */
export async function startRedis(
  path: string,
  folder: string,
  password: string,
  more: readonly string[] = [],
): Promise<Server> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
  const start = async (again: readonly string[] = []): Promise<void> => {
    const started = spawn(path, [...args, ...more, '--requirepass', password, ...again], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      started.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString('utf8').includes('Ready to accept connections')) resolve()
      })
      started.once('exit', code => reject(new Error(`redis-server ended with ${code}`)))
    })
  }
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return { port, kill, start }
}
