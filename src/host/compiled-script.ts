// The tool's own code, bundled into one script, as V8 compiled it the first time: start-up is compile time.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { expectUsualRun } from './compilers.ts'
import { errnoOf } from './errno.ts'
import { removeFile } from './remove.ts'

/**
 * V8 asks itself whether the code is its own, but knows the source by its length only. It refuses what it compiled under other
 * flags: processes of a batch have theirs, and their code is kept beside that of the command line, not in its place.
 */
function cacheOf(path: string): string {
  const { size, mtimeMs } = statSync(path)
  const machine = `${process.version}-${process.arch}-${cachedDataVersionTag()}`
  return join(dirname(path), 'compiled', `${basename(path, '.cjs')}-${size}-${mtimeMs}-${machine}`)
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  }
}

/** An installation that may not be written to starts as it did the first time, whatever the disk says. */
function keep(path: string, bytes: Buffer): void {
  const temporary = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    // On the disk before it gets its name: V8 trusts what it reads.
    writeFileSync(temporary, bytes, { flush: true })
    renameSync(temporary, path)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    removeFile(temporary)
  }
}

/** V8 forgets the code of what ran once, and asks that its flags be those of the next start. */
function keepAtExit(path: string, script: Script): void {
  const start = cachedDataVersionTag()
  setFlagsFromString('--no-flush-bytecode')
  process.once('exit', () => {
    setFlagsFromString('--flush-bytecode')
    expectUsualRun()
    if (cachedDataVersionTag() === start) keep(path, script.createCachedData())
  })
}

/** Of Node's own, what few runs use and what takes long to load: loaded when something of it is asked for. */
const SELDOM = ['node:child_process', 'node:http', 'node:readline']

const requireFor = (path: string): ((name: string) => unknown) => {
  const load = createRequire(path)
  const seldom = (name: string): unknown => new Proxy({}, { get: (_, key) => Reflect.get(load(name), key) })
  return Object.assign((name: string) => (SELDOM.includes(name) ? seldom(name) : load(name)), { resolve: load.resolve })
}

/**
 * Runs a script that evaluates to `(module, require, url) => void`, and returns what it exports. What V8 compiled of it before
 * is taken from beside it; when there is nothing and `whole`, what it compiles now is kept there as the process ends.
 */
export function runCompiled(path: string, whole: boolean): unknown {
  const cache = cacheOf(path)
  const cachedData = bytesOf(cache)
  // Written by the build in ASCII.
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, ...(cachedData ? { cachedData } : {}) })
  if (whole && (!cachedData || script.cachedDataRejected === true)) keepAtExit(cache, script)
  const module = { exports: {} }
  script.runInThisContext()(module, requireFor(path), pathToFileURL(path).href)
  return module.exports
}
