// Bundles what the in-process measures call into dist/bench/, of the same parts as the tool. Their figures leave out what loading costs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inAscii, knownFile, oneScript } from '../scripts/one-script.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** After `npm run build`, which writes what is known of our own YAML. */
export async function buildApi() {
  const { name } = await knownFile(root)
  const { outputFiles } = await build({
    ...oneScript(name),
    write: false,
    absWorkingDir: root,
    entryPoints: {
      api: 'bench/api.ts',
      parts: 'bench/parts.ts',
      pictures: 'bench/pictures.ts',
      sheets: 'bench/sheets.ts',
    },
    outdir: 'dist/bench',
    sourcemap: 'linked',
    banner: {
      js: "const nodeRequire = require, bundleUrl = nodeRequire('node:url').pathToFileURL(__filename).href;",
    },
  })
  mkdirSync(fileURLToPath(new URL('../dist/bench', import.meta.url)), { recursive: true })
  for (const file of outputFiles) writeFileSync(file.path, inAscii(file))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildApi()
