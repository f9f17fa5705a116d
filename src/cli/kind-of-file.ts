// Tells what a file given to check is, by its name, then by the keys at its top.
import { basename, extname, join } from 'node:path'
import { parseYaml } from '../input/yaml.ts'
import type { World } from '../model/world.ts'

export type FileKind = 'kit' | 'brand' | 'template' | 'product' | 'printer' | 'project' | 'pdf' | 'sheet'

/** Keys that only one kind of design file has, at the top. */
const SIGNS: readonly (readonly [kind: FileKind, keys: readonly string[]])[] = [
  ['template', ['root', 'ladder', 'variants']],
  ['brand', ['universes', 'styles', 'colors', 'status']],
  ['product', ['family', 'diameter']],
  [
    'printer',
    [
      ...[
        'bleed',
        'safe',
        'plates',
        'max-ink',
        'profile',
        'condition',
        'standard',
        'file-name',
        'min-line',
        'min-text',
      ],
      ...[
        'families',
        'outline-text',
        'small-profile',
        'min-radius',
        'max-nodes',
        'resolution',
        'white',
        'mirror',
        'black-overprint',
      ],
    ],
  ],
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
  return SIGNS.find(([, signs]) => signs.some(sign => keys.includes(sign)))?.[0] ?? 'kit'
}
