// The version of the tool, read from its package.json.
import { existsSync, readFileSync } from 'node:fs'

/** From the bundle in dist/, then from the source in src/cli/. */
const CANDIDATES = ['../package.json', '../../package.json']

export function version(): string {
  const path = CANDIDATES.map(candidate => new URL(candidate, import.meta.url)).find(existsSync)
  if (path === undefined) throw new Error('package.json of signakit not found')
  // Our own file, shipped beside the code.
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
  return version
}
