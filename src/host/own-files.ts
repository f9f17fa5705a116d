// The files shipped with the tool: where its package is, from the sources as from the bundle.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** From the bundle in dist/, then from the source in src/host/. */
const CANDIDATES = ['../package.json', '../../package.json']

function manifestPath(): string {
  const found = CANDIDATES.map(path => fileURLToPath(new URL(path, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('package.json of signakit not found')
  return found
}

const root = dirname(manifestPath())

/** Absolute path of a file of the package. */
export const ownFile = (path: string): string => join(root, path)

export function ownVersion(): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(ownFile('package.json'), 'utf8'))
  if (typeof version !== 'string') throw new Error('package.json of signakit has no version')
  return version
}
