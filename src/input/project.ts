// The project file: defaults of every kit below it, and the folder that no path may leave (CONTRACT §3).
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { hasErrors, type Outcome } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { decode, MAX_BYTES, unreadable } from './decode.ts'
import { kitHint } from './kit-hints.ts'
import { projectSchema } from './kit-schema.ts'
import { loosen } from './loose.ts'
import { sha256Of } from './sha256.ts'
import { validate } from './validate.ts'
import { type PlacedValue, parseYaml } from './yaml.ts'

const NAME = 'signakit.yaml'

export type Project = {
  /** Absolute path. */
  readonly file: string
  /** Its folder: the root of the project. */
  readonly folder: string
  readonly sha256: string
  readonly text: string
  /** The defaults, in the one form of people's files, before any kit is laid over them. */
  readonly value: PlacedValue
}

/** `signakit.yaml` in a folder or its nearest parent. */
function findAbove(folder: string, world: World): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, NAME)
    if (world.kind(file) === 'file') return file
    if (dirname(at) === at) return undefined
  }
}

/** Nothing but blank lines and comments: such a project marks its folder as the root and gives no default. */
const saysNothing = (source: string): boolean => source.split('\n').every(line => /^\s*(#|$)/.test(line))

function readProject(file: string, shown: string, world: World): Outcome<Project> {
  const read = world.read(file, { maxBytes: MAX_BYTES })
  if (!read.ok) return { diagnostics: [unreadable(shown, read.reason)] }
  const source = decode(read.bytes, shown)
  if (source.value === undefined) return { diagnostics: source.diagnostics }
  const parsed = parseYaml(saysNothing(source.value) ? '{}' : source.value, shown)
  const before = [...source.diagnostics, ...parsed.diagnostics]
  if (!parsed.value) return { diagnostics: before }
  const { value = parsed.value, diagnostics: loose } = loosen(parsed.value)
  const found = [...before, ...loose, ...validate(projectSchema, value, shown, { hint: kitHint }).diagnostics]
  if (hasErrors(found)) return { diagnostics: found }
  const folder = dirname(file)
  return { value: { file, folder, sha256: sha256Of(read.bytes), text: source.value, value }, diagnostics: found }
}

/** The project of a folder: the file named by `--config`, else the nearest one above. No value and no error when there is none. */
export function findProject(folder: string, config: string | undefined, world: World): Outcome<Project> {
  if (config !== undefined) return readProject(resolve(config), config, world)
  const file = findAbove(folder, world)
  return file === undefined ? { diagnostics: [] } : readProject(file, file, world)
}

/** The paths of files that a kit may name, as patterns over the paths of its values. */
const FILES = /^structure\.(partenaires\.\d+\.logo|photo\.fichier)$/

/** Ids or paths: only what looks like a path is one. */
const IDS_OR_PATHS = /^kit\.(charte|imprimeur(\.[^.]+)?|pieces\.\d+\.(modele|imprimeur))$/

const looksLikePath = (value: string): boolean => /[\\/]|\.ya?ml$/.test(value)

/** What a project says of files is relative to the project; in a kit of another folder it must be rewritten. */
export function valueFor({ folder, value }: Project, kitFolder: string): PlacedValue {
  const rewrite = (data: unknown, path: string): unknown => {
    if (Array.isArray(data)) return data.map((item, index) => rewrite(item, `${path}.${index}`))
    if (typeof data === 'object' && data !== null) {
      return Object.fromEntries(
        Object.entries(data).map(([key, inner]) => [key, rewrite(inner, path === '' ? key : `${path}.${key}`)]),
      )
    }
    if (typeof data !== 'string' || isAbsolute(data)) return data
    if (!FILES.test(path) && !(IDS_OR_PATHS.test(path) && looksLikePath(data))) return data
    const moved = relative(kitFolder, resolve(folder, data)).replaceAll('\\', '/')
    return moved.includes('/') ? moved : `./${moved}`
  }
  return { ...value, data: rewrite(value.data, '') }
}
