// What the tool knows of its own YAML, so that no start parses and checks it again: a line for each fact, made by the sources.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { build } from 'esbuild'

/** @param root folder of the package @returns the text of the file */
export async function knownYaml(root) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { openWorld } from './src/host/world.ts'
export { factsOf } from './src/design/known-data.ts'`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  })
  // From where the package and its dependencies are found.
  const path = join(root, 'dist', `.known-yaml.${process.pid}.mjs`)
  writeFileSync(path, outputFiles[0].contents)
  try {
    const { factsOf, openWorld } = await import(pathToFileURL(path).href)
    return [...factsOf(openWorld())].map(line).join('')
  } finally {
    rmSync(path)
  }
}

function line([key, value]) {
  const json = JSON.stringify(value)
  if (!isDeepStrictEqual(JSON.parse(json), value)) throw new Error(`${key} is more than JSON can say`)
  // In ASCII, which Node reads as it lies.
  const ascii = json.replace(/[^\0-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${key}\t${ascii}\n`
}
