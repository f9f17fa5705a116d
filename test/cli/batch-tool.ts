// Runs `signakit batch` as people do, in folders of its own, and looks at what it leaves.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const base = mkdtempSync(join(tmpdir(), 'signakit-batch-'))

export function folder(name: string): string {
  const made = join(base, name)
  mkdirSync(made, { recursive: true })
  return made
}

const HEADER = 'id;nom;type;caf;commune;pieces'

export const row = (id: string, nom = `Crèche ${id}`, commune = 'Bordeaux'): string =>
  `${id};${nom};creche;33;${commune};plaque-200x150`

export const rows = (...ids: readonly string[]): readonly string[] => ids.map(id => row(id))

export const sheet = (work: string, lines: readonly string[], name = 's.csv'): void =>
  writeFileSync(join(work, name), `${[HEADER, ...lines].join('\n')}\n`)

export type Run = {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly status: number | null; readonly signal: string | null; readonly said: string }>
}

/** `--format svg` of one small piece: the quickest kit there is. */
export function start(
  work: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  format = 'svg',
): Run {
  const child = spawn(process.execPath, [join(root, 'bin/signakit.js'), 'batch', ...args, '--format', format], {
    cwd: work,
    env: { PATH: process.env['PATH'], HOME: work, LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
  }
  const ended = new Promise<Awaited<Run['ended']>>(resolve => {
    child.on('close', (status, signal) => resolve({ status, signal, said }))
  })
  return { child, ended }
}

export const batch = (work: string, args: readonly string[] = ['s.csv', '--jobs', '1'], env = {}): Run['ended'] =>
  start(work, args, env).ended

/** Every path below a folder, hidden ones too, with what is there. */
export function treeOf(out: string, inner = ''): Readonly<Record<string, string>> {
  const here = join(out, inner)
  if (!existsSync(here)) return {}
  return Object.assign(
    {},
    ...readdirSync(here)
      .sort()
      .map(name => {
        const path = join(inner, name)
        const found = lstatSync(join(out, path))
        if (found.isSymbolicLink()) return { [path]: `link to ${readlinkSync(join(out, path))}` }
        return found.isDirectory() ? treeOf(out, path) : { [path]: readFileSync(join(out, path), 'latin1') }
      }),
  )
}

/** Kits alone: shards have reports of their own names. */
export const kitsOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(treeOf(out)).filter(([path]) => path.includes('/')))

export async function until(what: () => boolean, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!what()) {
    if (performance.now() > end) throw new Error('it never came')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

export const isMade = (work: string, kit: string) => (): boolean =>
  existsSync(join(work, 'sortie', kit, 'manifest.json'))

/** Children of a process (Linux). */
export const childrenOf = (pid: number | undefined): readonly number[] => {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return list === '' ? [] : list.split(' ').map(Number)
  } catch {
    return []
  }
}

export const lives = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/\) [ZX] /.test(stat)
  } catch {
    return false
  }
}
