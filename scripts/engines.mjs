// For the bundle: the libraries that are more than JavaScript. Wasm is compiled from its bytes, native code is loaded when it serves.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where a file of a package is. `require` is that of the bundle, which the libraries may hide behind one of their own. */
const pathOf = file => `nodeRequire.resolve('${file}')`
const urlOf = file => `nodeRequire('node:url').pathToFileURL(${pathOf(file)}).href`

/**
 * HarfBuzz and Yoga start while they are imported, and wait for it: the bundle is one script, which cannot wait, so theirs
 * start at once. Each sentence is found exactly once, or the build stops: the packages are pinned.
 */
const rewritten = [
  {
    file: /harfbuzzjs[\\/]dist[\\/]index\.mjs$/,
    changes: [['init(await createHarfBuzz());', 'init(createHarfBuzz());']],
  },
  {
    file: /harfbuzzjs[\\/]dist[\\/]harfbuzz\.js$/,
    changes: [
      ['async function createHarfBuzz(', 'function createHarfBuzz('],
      ['{const{createRequire}=await import("module");var require=createRequire(import.meta.url)}', '{}'],
      ['var _scriptName=import.meta.url', `var _scriptName=${urlOf('harfbuzzjs')}`],
      ['return new URL("harfbuzz.wasm",import.meta.url).href', ''],
      ['async function createWasm(){', 'function createWasm(){'],
      [
        'wasmBinaryFile??=findWasmBinary();var result=await instantiateAsync(wasmBinary,wasmBinaryFile,info);',
        `var bytes=fs.readFileSync(${pathOf('harfbuzzjs/dist/harfbuzz.wasm')});
         var result={instance:new WebAssembly.Instance(new WebAssembly.Module(bytes),info)};`,
      ],
      ['var wasmExports=await createWasm();', 'var wasmExports=createWasm();'],
    ],
  },
  {
    file: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/,
    changes: [
      ['import loadYoga from', 'import startYoga from'],
      ['wrapAssembly(await loadYoga())', 'wrapAssembly(startYoga())'],
    ],
  },
  {
    file: /yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
    changes: [
      ['var _scriptDir = import.meta.url;', 'var _scriptDir = "";'],
      ['H="data:application/octet-stream;base64,', 'H=""&&"'],
      [
        'export default loadYoga;',
        `export default () => {
  const yoga = {
    instantiateWasm: (imports, receive) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), imports)
      receive(instance)
      return instance.exports
    },
  }
  loadYoga(yoga)
  return yoga
}`,
      ],
    ],
    /** Its bytes are in its text. */
    also: text => `const bytes = () => Buffer.from('${/base64,([A-Za-z0-9+/=]+)"/.exec(text)[1]}', 'base64')\n`,
    without: /(?<=H=""&&")[A-Za-z0-9+/=]+/,
  },
  {
    // Its threads, which are never asked for.
    file: /fflate[\\/]esm[\\/]index\.mjs$/,
    changes: [
      ["import { createRequire } from 'module';\nvar require = createRequire('/');", ''],
      [
        "(_a = require('worker_threads'), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable);",
        '',
      ],
    ],
  },
  {
    file: /lcms-wasm[\\/]dist[\\/]lcms\.js$/,
    changes: [
      // The time zone, for the date of profiles that are never written.
      ['__tzset_js=(timezone,daylight,tzname)=>{', '__tzset_js=(timezone,daylight,tzname)=>{return;'],
      ['var _scriptDir = import.meta.url;', `var _scriptDir = ${urlOf('lcms-wasm')};`],
      ['const{createRequire:createRequire}=await import("module");var require=createRequire(import.meta.url);', ''],
      ['new URL("./",import.meta.url)', 'new URL("./",_scriptDir)'],
      ['new URL("lcms.wasm",import.meta.url)', 'new URL("lcms.wasm",_scriptDir)'],
    ],
  },
]

function changed(text, changes, path) {
  let result = text
  for (const [from, to] of changes) {
    if (result.split(from).length !== 2) throw new Error(`${path} is no longer what is known of it: ${from}`)
    result = result.replace(from, () => to)
  }
  return result
}

export const startedAtOnce = {
  name: 'started-at-once',
  setup({ onLoad }) {
    for (const { file, changes, also, without } of rewritten)
      onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        const result = changed(text, changes, path)
        return { contents: `${also?.(text) ?? ''}${without ? result.replace(without, '') : result}` }
      })
  },
}

/** The native ones take a tenth of a second to load, and a kit without photo nor PNG needs none of them. */
const natives = {
  sharp: `let sharp
const load = () => sharp ??= require('sharp')
export default new Proxy(() => {}, {
  apply: (_, self, values) => load().apply(self, values),
  get: (_, name) => load()[name],
})`,
  '@resvg/resvg-js': `export function Resvg(...values) {
  return new (require('@resvg/resvg-js').Resvg)(...values)
}`,
}

/** In the bundle, but its tables are only made for streams that are long: those of pictures. */
const fflate = `const load = () => require('fflate')
export const zlibSync = (...values) => load().zlibSync(...values)
export const zipSync = (...values) => load().zipSync(...values)
export const unzipSync = (...values) => load().unzipSync(...values)
export function Inflate(...values) {
  return new (load().Inflate)(...values)
}`

export const loadedWhenUsed = {
  name: 'loaded-when-used',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${Object.keys(natives).join('|')})$`)
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'native' ? { path, external: true } : { path, namespace: 'native' },
    )
    onLoad({ filter: /.*/, namespace: 'native' }, ({ path }) => ({ contents: natives[path], resolveDir: '.' }))
    onResolve({ filter: /^fflate$/ }, ({ path, namespace }) =>
      namespace === 'later' ? undefined : { path, namespace: 'later' },
    )
    onLoad({ filter: /.*/, namespace: 'later' }, () => ({ contents: fflate, resolveDir: root }))
  },
}
