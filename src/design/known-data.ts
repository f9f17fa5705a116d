// What the build keeps of our own data files: each as it parses, and as its schema lets it through. See `input/known-yaml`.
import { dirname, join } from 'node:path'
import { storedYaml } from '../input/known-yaml.ts'
import { parseTypes, TYPES_FILE } from '../input/reference.ts'
import { sha256Of } from '../input/sha256.ts'
import { parseYaml } from '../input/yaml.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { templateSchema } from '../template/schema.ts'
import { BRANDS, brandChain } from './brand.ts'
import { brandFile } from './brand-file.ts'
import { catalogueOf, PRODUCTS } from './catalogue.ts'
import type { Chain } from './chain.ts'
import { idsIn } from './lookup.ts'
import { PRINTERS, printerChain } from './printer.ts'
import { printerFile } from './printer-file.ts'
import { familyFile, productFile } from './product-file.ts'
import { checkData, type DataKind, readYaml } from './read-data.ts'

type Fact = readonly [key: string, value: unknown]

const BRAND_FILE = 'brand.yaml'

/** Checked with nothing to say: what needs a word is read each time, so that it is said each time. */
function checked<T>(
  kind: DataKind,
  schema: Parameters<typeof checkData<T>>[1],
  read: Outcome<Parameters<typeof checkData<T>>[2]>,
  file: string,
  world: World,
): readonly Fact[] {
  if (!read.value || read.diagnostics.length > 0) return []
  const { value, diagnostics } = checkData(kind, schema, read.value, file, world)
  return diagnostics.length > 0 || value === undefined ? [] : [[`${kind} ${read.value.hash}`, value]]
}

const merged = ({ value, diagnostics }: Outcome<Chain>): Outcome<Chain['merged']> =>
  value ? { value: value.merged, diagnostics } : { diagnostics }

const found = (file: string) => ({ file, root: dirname(file) })

function* files(world: World): Generator<string> {
  for (const folder of [PRODUCTS, PRINTERS])
    for (const id of idsIn(world.own(folder), world, 'file')) yield world.own(`${folder}/${id}.yaml`)
  for (const id of idsIn(world.own(BRANDS), world, 'folder'))
    for (const name of idsIn(world.own(join(BRANDS, id)), world, 'file'))
      yield world.own(join(BRANDS, id, `${name}.yaml`))
}

/** Every fact, by key. The World is one of the sources: what is known already would be copied. */
export function* factsOf(world: World): Generator<Fact> {
  for (const file of files(world)) {
    const read = world.read(file)
    if (!read.ok) continue
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes)
    const { value, diagnostics } = parseYaml(source, file)
    if (value && diagnostics.length === 0) yield [`yaml ${sha256Of(read.bytes)}`, storedYaml(value)]
  }
  const { ids } = catalogueOf(world)
  for (const id of idsIn(world.own(PRODUCTS), world, 'file')) {
    const file = world.own(`${PRODUCTS}/${id}.yaml`)
    const read = readYaml(file, dirname(file), world)
    if (ids.includes(id)) yield* checked('product', productFile, read, file, world)
    else yield* checked('family', familyFile, read, file, world)
  }
  for (const id of idsIn(world.own(PRINTERS), world, 'file')) {
    const file = world.own(`${PRINTERS}/${id}.yaml`)
    yield* checked('printer', printerFile, merged(printerChain(found(file), world)), file, world)
  }
  for (const id of idsIn(world.own(BRANDS), world, 'folder')) {
    const file = world.own(join(BRANDS, id, BRAND_FILE))
    yield* checked('brand', brandFile, merged(brandChain(found(file), world)), file, world)
    for (const name of idsIn(dirname(file), world, 'file')) {
      const template = join(dirname(file), `${name}.yaml`)
      if (template === file) continue
      yield* checked('template', templateSchema, readYaml(template, dirname(file), world), template, world)
    }
  }
  const types = world.read(world.own(TYPES_FILE))
  if (types.ok) yield [`types ${sha256Of(types.bytes)}`, parseTypes(types.bytes)]
}
