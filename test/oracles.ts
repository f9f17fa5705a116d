// The independent tools that tests compare us with. A laptop may lack some; CI may not (REQUIRE_ORACLES=1).
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Tool =
  | 'chromium'
  | 'gs'
  | 'mutool'
  | 'pdffonts'
  | 'pdfimages'
  | 'pdfinfo'
  | 'pdftocairo'
  | 'pdftoppm'
  | 'pdftotext'
  | 'python3'
  | 'qpdf'
  | 'redis-server'
  | 'transicc'
  | 'xmllint'
  | 'zbarimg'

export type Ran = { readonly status: number; readonly stdout: Buffer; readonly stderr: string }

export type Oracle = {
  readonly tool: Tool
  readonly missing: boolean
  /** Absolute path; empty when missing. */
  readonly path: string
  /** Runs the tool to its end. A status other than 0 is returned, not thrown; a tool that cannot start throws. */
  run(args: readonly string[], options?: { readonly cwd?: string; readonly input?: string | Uint8Array }): Ran
  /** Standard output as text; throws, with what the tool said, on a status other than 0. */
  text(args: readonly string[], options?: { readonly cwd?: string; readonly input?: string | Uint8Array }): string
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Several Pythons may be installed; ours is the one that has pikepdf. */
const fits = (tool: Tool, path: string): boolean =>
  tool !== 'python3' || spawnSync(path, ['-c', 'import pikepdf'], { stdio: 'ignore' }).status === 0

function find(tool: Tool): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'].filter(folder => folder !== '')
  return folders.map(folder => join(folder, tool)).find(path => isExecutable(path) && fits(tool, path))
}

function execute(path: string, args: readonly string[], options: { cwd?: string; input?: string | Uint8Array }): Ran {
  const { status, stdout, stderr, error } = spawnSync(path, args, {
    ...options,
    maxBuffer: 1024 * 1024 * 1024,
    timeout: 120_000,
  })
  if (error) throw error
  return { status: status ?? -1, stdout, stderr: stderr.toString('utf8') }
}

/** Looks a tool up; when it is missing and REQUIRE_ORACLES=1, throws, so that no comparison is skipped unseen in CI. */
export function oracle(tool: Tool): Oracle {
  const path = find(tool)
  if (path === undefined && process.env.REQUIRE_ORACLES === '1') {
    throw new Error(`${tool} is not installed and REQUIRE_ORACLES=1: run test/install-oracles.sh`)
  }
  const run: Oracle['run'] = (args, options = {}) => {
    if (path === undefined) throw new Error(`${tool} is not installed: skip this test with it.skipIf(oracle.missing)`)
    return execute(path, args, options)
  }
  const text: Oracle['text'] = (args, options) => {
    const { status, stdout, stderr } = run(args, options)
    if (status !== 0)
      throw new Error(`${tool} ${args.join(' ')} ended with ${status}: ${stderr}${stdout.toString('utf8')}`)
    return stdout.toString('utf8')
  }
  return { tool, missing: path === undefined, path: path ?? '', run, text }
}
