// Bundles the tool to dist/: start-up is compile time, so it is one script, of which V8's code is kept.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inAscii, knownFile, oneScript } from './one-script.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const dist = join(root, 'dist')
mkdirSync(dist, { recursive: true })

const known = await knownFile(root)

const common = {
  write: false,
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names are kept: a stack trace in a bug report must be readable.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Read as it is, whatever the encoding.
  charset: 'ascii',
  logLevel: 'warning',
  // For a profiler.
  sourcemap: process.argv.includes('--map') ? 'linked' : false,
}

/** One script: what it needs is compiled when it runs, and V8's code for it is kept. See `src/host/compiled-script.ts`. */
const program = await build({
  ...common,
  ...oneScript(known.name),
  entryPoints: { program: 'src/cli/entries.ts' },
  entryNames: '[name]-[hash]',
  banner: { js: '(function (module, require, bundleUrl) { const exports = module.exports, nodeRequire = require;' },
  footer: { js: '})' },
})

const script = program.outputFiles.find(({ path }) => path.endsWith('.cjs'))

script.contents = inAscii(script)

/** What Node starts: it answers at once, or runs the script. */
const entries = await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', 'batch-worker': 'src/cli/worker-process.ts' },
  outExtension: { '.js': '.cjs' },
  // An ES module would start Node's loader of modules first.
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bundleUrl', PROGRAM: JSON.stringify(basename(script.path)) },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
})

const outputFiles = [
  { path: join(dist, known.name), contents: known.contents },
  ...program.outputFiles,
  ...entries.outputFiles,
]

const place = (name, contents) => {
  const temporary = join(dist, `.${name}.${process.pid}`)
  writeFileSync(temporary, contents)
  renameSync(temporary, join(dist, name))
}

// The entries come last, and what they no longer need stays a while: a batch that is running may still start a process.
const isEntry = ({ path }) => ['cli.cjs', 'batch-worker.cjs'].includes(basename(path))
for (const file of [...outputFiles].sort((a, b) => isEntry(a) - isEntry(b))) place(basename(file.path), file.contents)

// A batch does not make again what this very code has made.
const whole = createHash('sha256')
for (const { path, contents } of [...outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1)))
  whole.update(`${basename(path)}\n`).update(contents)
place('build.sha256', `${whole.digest('hex')}\n`)

const TEN_MINUTES = 600_000
const COMPILED = 'compiled'
const made = new Set([...outputFiles.map(({ path }) => basename(path)), 'build.sha256', COMPILED])
for (const name of readdirSync(dist)) {
  if (made.has(name) || Date.now() - statSync(join(dist, name)).mtimeMs < TEN_MINUTES) continue
  rmSync(join(dist, name), { force: true, recursive: true })
}

// Help is answered from these, before anything is loaded. They are written by the command line itself.
for (const lang of ['fr', 'en']) {
  place(`help.${lang}.txt`, execFileSync(process.execPath, [join(dist, 'cli.cjs'), 'help', '--lang', lang, '--']))
}

// The first kit, so that V8's code for it is kept: every start after this one, here or in a test, begins with it.
rmSync(join(dist, COMPILED), { force: true, recursive: true })
const out = mkdtempSync(join(tmpdir(), 'signakit-build-'))
const kit = join(root, 'examples/micro-creche.yaml')
execFileSync(process.execPath, [
  join(dist, 'cli.cjs'),
  'render',
  kit,
  '--out',
  out,
  '--format',
  'pdf,svg,png',
  '--quiet',
])
rmSync(out, { recursive: true })
