// Before the tests: builds dist/ when it is older than anything it is made of.
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => modified(join(folder, name))))

/** Called by vitest once per run. */
export function setup(): void {
  const sources = Math.max(
    newest(join(root, 'src')),
    newest(join(root, 'scripts')),
    modified(join(root, 'package-lock.json')),
  )
  if (modified(join(root, 'dist/cli.cjs')) > sources) return
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' })
}
