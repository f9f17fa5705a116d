// Bundles the command line to dist/: start-up is import time, so one file per verb, loaded when it is asked for.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Native, or with a .wasm file that they find beside themselves: these stay in node_modules. */
const external = ['sharp', '@resvg/resvg-js', 'harfbuzzjs', 'lcms-wasm', 'zxing-wasm']

/** What pdfkit imports for features that we never use (its own text, its own PNG reading): half of its start-up. */
const unused = /^(fontkit|png-js|linebreak)$/

const withoutUnused = {
  name: 'without-what-pdfkit-drags-in',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: unused }, ({ path, importer }) =>
      /[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `const absent = () => { throw new Error('${path} is left out of the bundle') }
export const create = absent
export default absent`,
    }))
  },
}

rmSync(`${root}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names are kept: a stack trace in a bug report must be readable.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external,
  plugins: [withoutUnused],
  // CommonJS dependencies require Node's own modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module';const require = nodeRequire(import.meta.url);",
  },
  logLevel: 'warning',
})

// Help is answered from these, before anything is loaded. They are written by the command line itself.
for (const lang of ['fr', 'en']) {
  const help = execFileSync(process.execPath, [`${root}dist/cli.js`, '--help', '--lang', lang])
  writeFileSync(`${root}dist/help.${lang}.txt`, help)
}
