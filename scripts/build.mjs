// Bundles the command line to dist/: start-up is import time, so one file per verb, loaded when it is asked for.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Native, with a .wasm file that they find beside themselves, or installed by those who want a queue: these stay in node_modules. */
const external = ['sharp', '@resvg/resvg-js', 'harfbuzzjs', 'lcms-wasm', 'zxing-wasm', 'bullmq', 'ioredis']

/** What libraries drag in for features that we never use: read at every start for nothing. */
const unused = [
  // Asian encodings: files are UTF-8, UTF-16 or Windows-1252.
  { path: /^\.\/tables\/.*\.json$/, importer: /[\\/]iconv-lite[\\/]/ },
  // zod's own sentences in fifty languages: every sentence of ours is our own.
  { path: /locales\/index\.js$/, importer: /[\\/]zod[\\/]/ },
]

/** Yoga reads its own wasm through `fetch('data:…')` where there is one, and Node's takes a tenth of a second to load. */
const withoutFetch = {
  name: 'without-fetch',
  setup({ onLoad }) {
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({
      contents: `const fetch = undefined\n${readFileSync(path, 'utf8')}`,
    }))
  },
}

const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, importer }) =>
      unused.some(each => each.path.test(path) && each.importer.test(importer))
        ? { path, namespace: 'unused' }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `const absent = () => { throw new Error('${path} is left out of the bundle') }
export const create = absent
export default absent`,
    }))
  },
}

const { outputFiles } = await build({
  write: false,
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', 'batch-worker': 'src/cli/batch-worker.ts' },
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
  plugins: [withoutUnused, withoutFetch],
  // CommonJS dependencies require Node's own modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module';const require = nodeRequire(import.meta.url);",
  },
  logLevel: 'warning',
})

const dist = join(root, 'dist')

const place = (name, contents) => {
  const temporary = join(dist, `.${name}.${process.pid}`)
  writeFileSync(temporary, contents)
  renameSync(temporary, join(dist, name))
}

// The entry comes last, and what it no longer needs stays a while: a command that is running may still load it.
mkdirSync(dist, { recursive: true })
const isEntry = ({ path }) => ['cli.js', 'batch-worker.js'].includes(basename(path))
for (const file of [...outputFiles].sort((a, b) => isEntry(a) - isEntry(b))) place(basename(file.path), file.contents)

// A batch does not make again what this very code has made.
const whole = createHash('sha256')
for (const { path, contents } of [...outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1)))
  whole.update(`${basename(path)}\n`).update(contents)
place('build.sha256', `${whole.digest('hex')}\n`)

const TEN_MINUTES = 600_000
const made = new Set([...outputFiles.map(({ path }) => basename(path)), 'build.sha256'])
for (const name of readdirSync(dist)) {
  if (made.has(name) || Date.now() - statSync(join(dist, name)).mtimeMs < TEN_MINUTES) continue
  rmSync(join(dist, name), { force: true, recursive: true })
}

// Help is answered from these, before anything is loaded. They are written by the command line itself.
for (const lang of ['fr', 'en']) {
  place(`help.${lang}.txt`, execFileSync(process.execPath, [join(dist, 'cli.js'), 'help', '--lang', lang, '--']))
}
