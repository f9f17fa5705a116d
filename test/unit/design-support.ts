// Kits as people write them, designed on the real machine's files; projects in a temporary folder.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Brand, findBrand } from '../../src/design/brand.ts'
import { type DesignOptions, designKit } from '../../src/design/design.ts'
import { openWorld } from '../../src/host/world.ts'
import { readKit } from '../../src/input/kit.ts'
import { loadReference } from '../../src/input/reference.ts'
import type { Datum, Design } from '../../src/model/design.ts'
import type { Outcome, Severity } from '../../src/model/diagnostic.ts'
import type { Kit } from '../../src/model/kit.ts'
import { lookup } from '../../src/template/slots.ts'

export const world = openWorld({})

export const reference = loadReference(world)

/** A folder that holds these files. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'signakit-design-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

export type Written = {
  readonly structure?: string
  readonly kit?: string
  readonly pieces?: string
  /** More of the file, from its margin. */
  readonly more?: string
  readonly root?: string
}

const NAME = '  nom: Les Petits Explorateurs\n  type: micro-creche\n  caf: "33"\n'

export function kitOf({ structure = NAME, kit = '', pieces, more = '', root }: Written): Kit {
  const text = `structure:\n${structure}kit:\n  charte: caf-maquette\n${kit}${pieces === undefined ? '' : `  pieces: ${pieces}\n`}${more}`
  const folder = root ?? project({})
  const read = readKit({ file: 'kit.yaml', folder, bytes: new TextEncoder().encode(text) }, { reference }, world)
  if (!read.value) throw new Error(JSON.stringify(read.diagnostics, null, 1))
  return read.value
}

/** Each design in a world of its own, as a run has: files may have changed since the last. */
export const designYaml = (written: Written, options: DesignOptions = {}): Outcome<Design> =>
  designKit(kitOf(written), options, reference, openWorld({}))

export const rulesOf = ({ diagnostics }: Outcome<unknown>, severity: Severity): readonly string[] =>
  diagnostics.filter(diagnostic => diagnostic.severity === severity).map(({ rule }) => rule)

export function brandOf(id = 'caf-maquette', root = project({})): Brand {
  const found = findBrand({ written: id, folder: root, project: root }, openWorld({}))
  if (!found.value) throw new Error(JSON.stringify(found.diagnostics, null, 1))
  return found.value
}

/** A slot of the first piece as plain data. */
export function slot({ value }: Outcome<Design>, path: string): unknown {
  const [piece] = value?.pieces ?? []
  const datum = piece && lookup(piece.slots, path)
  return datum && plain(datum)
}

function plain(datum: Datum): unknown {
  switch (datum.kind) {
    case 'list':
      return datum.items.map(plain)
    case 'record':
      return Object.fromEntries(Object.entries(datum.fields).map(([key, value]) => [key, plain(value)]))
    case 'text':
    case 'flag':
    case 'number':
      return datum.value
  }
}
