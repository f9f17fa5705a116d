// Bundles the API into dist/bench/, where it finds the tool's own files. In-process figures leave out what loading costs.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))

export const buildApi = () =>
  build({
    absWorkingDir: root,
    entryPoints: {
      api: 'bench/api.ts',
      parts: 'bench/parts.ts',
      pictures: 'bench/pictures.ts',
      sheets: 'bench/sheets.ts',
    },
    outdir: 'dist/bench',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildApi()
