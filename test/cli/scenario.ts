// Scenarios of the command line, as text: what is typed in a shell, what comes out, the exit code.
//
//   ## A title                 one scenario, in an empty folder of its own
//   <<< kit.yaml               a file, up to the line >>>
//   $ signakit check kit.yaml  a shell command, run on the built binary
//   > …                        a line of stdout
//   ! …                        a line of stderr
//   = 1                        the exit code, 0 when absent
//
// UPDATE=1 rewrites the expectations; read the difference before committing it.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Part =
  | { readonly kind: 'file'; readonly name: string; readonly content: string }
  | { readonly kind: 'command'; readonly command: string }

/** The lines of a scenario that set it up, without what is expected. */
function parts(lines: readonly string[]): readonly Part[] {
  const found: Part[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.startsWith('$ ')) found.push({ kind: 'command', command: line.slice(2) })
    if (!line.startsWith('<<< ')) continue
    const end = lines.indexOf('>>>', at)
    if (end < 0) throw new Error(`${line} is never closed by >>>`)
    const content = lines.slice(at + 1, end).map(each => `${each}\n`)
    found.push({ kind: 'file', name: line.slice(4), content: content.join('') })
    at = end
  }
  return found
}

/** What changes from one run to the next, from one machine to the next, or with every stroke of a template. */
const steady = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '<folder>')
    .replaceAll('\u001b', '␛')
    .replace(/\d+(,\d)?\u00a0s\b/g, '…\u00a0s')
    .replace(/\d+\.?\d* s\b/g, '… s')
    .replace(/\d+(,\d)?\u00a0[KM]o\b/g, '…\u00a0Mo')

const prefixed = (prefix: string, text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map(line => `${prefix} ${line}`.trimEnd())

/** A folder with a `signakit` that is the built binary run by the Node of the tests. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signakit-cli-'))
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'work'))
  const shim = join(folder, 'bin/signakit')
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/signakit.js')}" "$@"\n`)
  chmodSync(shim, 0o755)
  return folder
}

function execute(command: string, folder: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: join(folder, 'work'),
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: folder,
      LANG: 'C',
      PACKAGE: root.replace(/\/$/, ''),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  })
  const work = join(folder, 'work')
  return [
    `$ ${command}`,
    ...prefixed('>', steady(stdout, work)),
    ...prefixed('!', steady(stderr, work)),
    ...(status === 0 ? [] : [`= ${status}`]),
  ]
}

/** Plays a scenario and returns it as it should have been written. */
function play(lines: readonly string[]): readonly string[] {
  const folder = makeFolder()
  try {
    return parts(lines).flatMap(part => {
      if (part.kind === 'command') return execute(part.command, folder)
      const path = join(folder, 'work', part.name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, part.content)
      return [`<<< ${part.name}`, ...part.content.replace(/\n$/, '').split('\n'), '>>>']
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Scenario = { readonly title: string; readonly notes: readonly string[]; readonly lines: readonly string[] }

function read(text: string): readonly Scenario[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map(block => {
      const [title = '', ...rest] = block.trimEnd().split('\n')
      const start = rest.findIndex(line => /^(\$ |<<< )/.test(line))
      return { title, notes: rest.slice(0, start), lines: rest.slice(start) }
    })
}

/** Declares one test for each scenario of a file beside this one. */
export function playScenarios(file: string): void {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const text = readFileSync(path, 'utf8')
  const head = text.slice(0, text.indexOf('## '))
  const scenarios = read(text)
  const played = new Map<string, readonly string[]>()
  for (const { title, lines } of scenarios) {
    it(title, { timeout: 300_000 }, () => {
      const actual = play(lines)
      played.set(title, actual)
      if (process.env.UPDATE !== '1') expect(actual.join('\n')).toBe(lines.join('\n'))
      else if (played.size === scenarios.length) writeFileSync(path, head + rewritten(scenarios, played))
    })
  }
}

const rewritten = (scenarios: readonly Scenario[], played: ReadonlyMap<string, readonly string[]>): string =>
  scenarios
    .map(({ title, notes, lines }) => `${[`## ${title}`, ...notes, ...(played.get(title) ?? lines)].join('\n')}\n`)
    .join('\n')
