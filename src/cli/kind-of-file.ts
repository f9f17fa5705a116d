// Tells what a file given to check is, by its name, then by the keys at its top.
import { basename, extname, join } from 'node:path'
import { parseYaml } from '../input/yaml.ts'
import type { World } from '../model/world.ts'

export type FileKind = 'kit' | 'brand' | 'template' | 'product' | 'printer' | 'project' | 'pdf' | 'sheet'

/** A printer of a shop gives only its differences: one of them is enough to tell it. */
const PRINTER =
  'kind families max-size bleed safe min-line min-text standard profile small-profile condition max-ink black-overprint min-reversed-line min-reversed-text min-radius max-nodes resolution white mirror marks pages file-name scale intent spots flatten-ppi outline-text plates'.split(
    ' ',
  )

/** Keys that only one kind of design file has, at the top. */
const SIGNS: readonly (readonly [kind: FileKind, keys: readonly string[]])[] = [
  ['template', ['root', 'ladder', 'variants']],
  ['brand', ['universes', 'styles', 'colors', 'status']],
  ['product', ['family', 'diameter']],
  ['printer', PRINTER],
]

const MAX_BYTES = 5_000_000

function topKeys(file: string, world: World): readonly string[] {
  const read = world.read(file, { maxBytes: MAX_BYTES })
  const data = read.ok ? parseYaml(new TextDecoder().decode(read.bytes), file).value?.data : undefined
  return typeof data === 'object' && data !== null ? Object.keys(data) : []
}

/** Read as batch reads them: a row or a record is a kit. */
const SHEETS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.jsonl', '.ndjson', '.geojson'])

/** What cannot be told apart is a kit: its reader says what is wrong with it. */
export function kindOfFile(file: string, world: World): FileKind {
  if (/\.pdf$/i.test(file)) return 'pdf'
  if (basename(file) === 'signakit.yaml') return 'project'
  if (SHEETS.has(extname(file).toLowerCase())) return 'sheet'
  if (world.kind(file) === 'folder') return world.kind(join(file, 'brand.yaml')) === 'file' ? 'brand' : 'kit'
  const keys = topKeys(file, world)
  if (keys.includes('structure') || keys.includes('kit')) return 'kit'
  const sign = SIGNS.find(([, signs]) => signs.some(each => keys.includes(each)))?.[0]
  if (sign) return sign
  // A kit extends nothing; a brand that is only another by its name is told by its own.
  if (!keys.includes('extends')) return 'kit'
  return basename(file) === 'brand.yaml' ? 'brand' : 'printer'
}
