// The tool as one script: what it is made of, and what is left out of it. Shared by the build and by the benchmarks, which measure
// what ships.
import { createHash } from 'node:crypto'
import { loadedWhenUsed, startedAtOnce } from './engines.mjs'
import { knownYaml } from './known-yaml.mjs'

/** Installed by those who want a queue: these stay in node_modules. */
const external = ['bullmq', 'ioredis']

/** What libraries drag in for features that we never use: read at every start for nothing. */
const unused = [
  // Asian encodings: files are UTF-8, UTF-16 or Windows-1252.
  { path: /^\.\/tables\/.*\.json$/, importer: /[\\/]iconv-lite[\\/]/ },
  // zod's own sentences in fifty languages: every sentence of ours is our own.
  { path: /locales\/index\.js$/, importer: /[\\/]zod[\\/]/ },
]

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

/** What is known of our own YAML files, under a name that tells its content: what an older tool knows is not for this one. */
export async function knownFile(root) {
  const contents = await knownYaml(root)
  return { name: `known-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.jsonl`, contents }
}

/** Options of esbuild. The script finds `bundleUrl` and `nodeRequire` around it. */
export const oneScript = knownName => ({
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external,
  // A script that is no module cannot import.
  supported: { 'dynamic-import': false },
  plugins: [withoutUnused, startedAtOnce, loadedWhenUsed],
  define: { 'import.meta.url': 'bundleUrl', KNOWN_YAML: JSON.stringify(knownName) },
  // Read byte by byte.
  charset: 'ascii',
  logLevel: 'warning',
})

/** esbuild escapes strings and leaves the letters of regular expressions: read byte by byte, those would match nothing. */
export const inAscii = ({ text }) =>
  new TextEncoder().encode(
    text.replace(/[^\0-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
