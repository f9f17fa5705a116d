// Makes assets/profiles/FOGRA39-small-signakit.icc from the full profile beside it: same condition, smaller tables, same
// bytes each time. For PDFs that travel by mail: `npx tsx scripts/small-profile.ts`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zlibSync } from 'fflate'
import { TYPE_CMYK_16, TYPE_Lab_16 } from 'lcms-wasm'
import { startEngine } from '../src/color/engine.ts'

const folder = fileURLToPath(new URL('../assets/profiles/', import.meta.url))
export const FULL = `${folder}ISOcoated_v2_300_bas.icc`
export const SMALL = `${folder}FOGRA39-small-signakit.icc`

const NAME = 'FOGRA39 (small, Signakit)'
const NOTICE =
  'Copyright (c) 2006-2010 Color Solutions, basICColor GmbH; zlib/libpng licence. Altered version: tables made smaller by Signakit.'

/** Points on an edge of the table from inks to Lab: nine show the full table within half a delta E. */
const INK_POINTS = 9
/** Of the tables from Lab, every fourth point is kept: no colour of ours goes that way, readers only ask for one. */
const STRIDE = 4
/** Eighths of a unit of a* and b*, twentieths of L*: what no eye sees is left out, and deflate finds it. */
const STEP = 32

const ascii = (text: string): number[] => [...text].map(character => character.charCodeAt(0))
const be16 = (value: number): number[] => [value >> 8, value & 255]
const be32 = (value: number): number[] => [...be16(value >>> 16), ...be16(value & 0xffff)]
const STRAIGHT = [0, 0xffff]
const repeated = (list: readonly number[], count: number): number[] => Array.from({ length: count }, () => list).flat()

type Table = {
  readonly inputs: number
  readonly outputs: number
  readonly points: number
  readonly before: readonly number[]
  readonly values: readonly number[]
  readonly after: readonly number[]
}

/** ICC.1:2001-04 6.5.7: the matrix is identity, it serves XYZ only. */
const lut16 = ({ inputs, outputs, points, before, values, after }: Table): number[] => [
  ...ascii('mft2'),
  ...be32(0),
  ...[inputs, outputs, points, 0],
  ...[1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap(value => be32(value * 0x10000)),
  ...be16(before.length / inputs),
  ...be16(after.length / outputs),
  ...[...before, ...values, ...after].flatMap(be16),
]

function readLut16(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [inputs, outputs, points] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)]
  const words = Array.from({ length: (bytes.length - 52) >> 1 }, (_, at) => view.getUint16(52 + at * 2))
  const grid = inputs * view.getUint16(48)
  const end = grid + outputs * points ** inputs
  return {
    ...{ inputs, outputs, points },
    before: words.slice(0, grid),
    values: words.slice(grid, end),
    after: words.slice(end, end + outputs * view.getUint16(50)),
  }
}

/** A table of three inputs with one point in `STRIDE` on each edge, both ends kept. */
function thinned(table: Table): Table {
  const kept = (table.points - 1) / STRIDE + 1
  const along = Array.from({ length: kept }, (_, at) => at * STRIDE)
  const values = along.flatMap(x =>
    along.flatMap(y =>
      along.flatMap(z => {
        const start = ((x * table.points + y) * table.points + z) * table.outputs
        return table.values.slice(start, start + table.outputs)
      }),
    ),
  )
  return { ...table, points: kept, values }
}

/** What the full profile says of evenly spaced inks, in the 16-bit Lab encoding of ICC v2 (L* 100 is 0xff00). */
async function inksToLab(full: Uint8Array): Promise<Table> {
  const engine = await startEngine()
  const link = engine.link(engine.open(full), TYPE_CMYK_16, engine.lab, TYPE_Lab_16, 'measure')
  const along = Array.from({ length: INK_POINTS }, (_, at) => Math.round((at * 0xffff) / (INK_POINTS - 1)))
  const inks = along.flatMap(c => along.flatMap(m => along.flatMap(y => along.flatMap(k => [c, m, y, k]))))
  const version4 = link.words(Uint16Array.from(inks))
  const values = Array.from(version4, word => Math.round((word * 0xff00) / 0xffff / STEP) * STEP)
  return {
    ...{ inputs: 4, outputs: 3, points: INK_POINTS },
    before: repeated(STRAIGHT, 4),
    values,
    after: repeated(STRAIGHT, 3),
  }
}

/** ICC.1:2001-04 6.5.17: the name in ASCII, none in Unicode, none for old Macintosh. */
const description = [
  ...ascii('desc'),
  ...be32(0),
  ...be32(NAME.length + 1),
  ...ascii(`${NAME}\0`),
  ...[...be32(0), ...be32(0)],
  ...[...be16(0), ...Array.from({ length: 68 }, () => 0)],
]

const text = (content: string): number[] => [...ascii('text'), ...be32(0), ...ascii(`${content}\0`)]

/** ICC.1:2001-04 6.1: version 2.4, a printer, dated, relative colorimetric (the one intent that its tables hold), D50. */
const header = (size: number): number[] => [
  ...[...be32(size), ...be32(0), ...be32(0x02400000)],
  ...ascii('prtrCMYKLab '),
  ...[2026, 11, 26, 0, 0, 0].flatMap(be16),
  ...ascii('acsp'),
  ...Array.from({ length: 24 }, () => 0),
  ...[...be32(1), ...be32(0xf6d6), ...be32(0x10000), ...be32(0xd32d)],
  ...Array.from({ length: 48 }, () => 0),
]

function tagsOf(profile: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength)
  const entries = Array.from({ length: view.getUint32(128) }, (_, index) => {
    const at = 132 + index * 12
    const start = view.getUint32(at + 4)
    const name = String.fromCharCode(...profile.subarray(at, at + 4))
    return [name, profile.subarray(start, start + view.getUint32(at + 8))] as const
  })
  return new Map(entries)
}

/** Tags that say the same share their bytes, as ICC.1:2001-04 6.2 allows. */
function assemble(elements: readonly (readonly [names: readonly string[], element: readonly number[]])[]): Uint8Array {
  const count = elements.flatMap(([names]) => names).length
  let end = 132 + count * 12
  const directory: number[] = []
  const data: number[] = []
  for (const [names, element] of elements) {
    for (const name of names) directory.push(...ascii(name), ...be32(end), ...be32(element.length))
    const padded = [...element, ...Array.from({ length: -element.length & 3 }, () => 0)]
    data.push(...padded)
    end += padded.length
  }
  return Uint8Array.from([...header(end), ...be32(count), ...directory, ...data])
}

/** The small profile of a full one whose tables from Lab have 4 n + 1 points. */
export async function smallProfile(full: Uint8Array): Promise<Uint8Array> {
  const tags = tagsOf(full)
  const tag = (name: string): Uint8Array => {
    const bytes = tags.get(name)
    if (!bytes) throw new Error(`the full profile has no ${name}`)
    return bytes
  }
  return assemble([
    [['desc'], description],
    [['cprt'], text(NOTICE)],
    [['wtpt'], [...tag('wtpt')]],
    [['A2B0', 'A2B1', 'A2B2'], lut16(await inksToLab(full))],
    [['B2A0', 'B2A1', 'B2A2'], lut16(thinned(readLut16(tag('B2A1'))))],
    [['gamt'], lut16(thinned(readLut16(tag('gamt'))))],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const small = await smallProfile(new Uint8Array(readFileSync(FULL)))
  const deflated = zlibSync(small, { level: 9 })
  writeFileSync(SMALL, small)
  writeFileSync(`${SMALL}.zlib`, deflated)
  console.log(`${SMALL}: ${small.length} bytes, ${deflated.length} in a PDF`)
}
