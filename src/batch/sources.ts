// The arguments of a batch → the files it reads, in order: sheets, kits, folders of kits, patterns.
import { basename, extname, join, normalize } from 'node:path'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { batchRules } from './rules.ts'

export type SourceKind = 'table' | 'yaml' | 'lines' | 'geojson'

export type Source = { readonly file: string; readonly kind: SourceKind }

const KINDS: Readonly<Record<string, SourceKind>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.geojson': 'geojson',
}

const SHEETS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.xlsx', '.ods', '.jsonl', '.ndjson', '.geojson'])

/** Whose rows are in sheets that have names. */
export const isWorkbook = ({ file, kind }: Source): boolean => kind === 'table' && !/\.(csv|tsv|txt)$/i.test(file)

/** What is not known by its name is a table: its reader says what is wrong with it. */
const sourceOf = (file: string): Source => ({ file, kind: KINDS[extname(file).toLowerCase()] ?? 'table' })

/** Folders of a project that hold no kits. */
const APART: ReadonlySet<string> = new Set(['chartes', 'imprimeurs', 'node_modules'])
const PROJECT = 'signakit.yaml'

/** What a folder that holds no kits has in it: a brand, or what a batch has written. */
const MARKS = ['brand.yaml', 'run.start.json'] as const

/** Deeper than any folder of people; a loop of links goes on for ever. */
const MAX_DEPTH = 12

const isYaml = (name: string): boolean => KINDS[extname(name).toLowerCase()] === 'yaml' && name !== PROJECT

function* below(folder: string, world: World, depth = 0): Generator<string> {
  for (const name of world.list(folder)) {
    if (name.startsWith('.') || APART.has(name)) continue
    const path = join(folder, name)
    if (world.kind(path) !== 'folder') yield path
    else if (depth < MAX_DEPTH && !MARKS.some(mark => world.kind(join(path, mark)) === 'file')) {
      yield* below(path, world, depth + 1)
    }
  }
}

export const isPattern = (argument: string): boolean => /[*?]/.test(argument)

/** `**` crosses folders, `*` and `?` stay within a name. */
export const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/|\*\*|\*|\?/g, sign => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[sign] ?? '[^/]')}$`,
    'u',
  )

const unread = (file: string): Diagnostic => ({
  rule: 'sheet-in-folder',
  severity: batchRules['sheet-in-folder'].severity,
  at: { file, line: 1, column: 1, length: 0 },
  message: text(
    'un dossier ne donne que ses kits YAML\u00a0: ce tableur n’est pas lu',
    'a folder only gives its YAML kits: this sheet is not read',
  ),
})

/** What folders of kits also hold and do not give: a sheet is read when it is named. */
export function unnamedSheets(
  given: readonly string[],
  sources: readonly Source[],
  world: World,
): readonly Diagnostic[] {
  const named = new Set(sources.map(({ file }) => file))
  const isLeft = (path: string): boolean => SHEETS.has(extname(path).toLowerCase()) && !named.has(path)
  const folders = given.filter(argument => world.kind(argument) === 'folder')
  return folders.flatMap(folder => [...below(folder, world)].filter(isLeft).map(unread))
}

function matching(pattern: string, world: World): readonly string[] {
  const slashed = normalize(pattern).replaceAll('\\', '/')
  const fixed = slashed.slice(0, slashed.search(/[*?]/))
  const folder = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/')) || '/' : '.'
  const matches = matcher(slashed)
  return [...below(folder, world)].filter(
    path => basename(path) !== PROJECT && matches.test(path.replaceAll('\\', '/')),
  )
}

/** A folder gives its kit files; a pattern what it matches; none of either is an empty list for that argument. */
export function sourcesOf(argument: string, world: World): readonly Source[] {
  if (world.kind(argument) === 'folder') {
    return [...below(argument, world)].filter(path => isYaml(basename(path))).map(sourceOf)
  }
  if (isPattern(argument) && world.kind(argument) === 'none') return matching(argument, world).map(sourceOf)
  return [sourceOf(argument)]
}
