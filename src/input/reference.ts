// What ships with the tool and is true of every brand: the 101 Cafs and the types of structures.
import { z } from 'zod'
import type { World } from '../model/world.ts'
import { readCsv } from './csv.ts'
import { knownValue } from './known-yaml.ts'
import { plain } from './nearest.ts'
import { sha256Of } from './sha256.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'

export type Caf = {
  /** Department: `33`, `2A`, `971`. */
  readonly code: string
  readonly departement: string
  /** `Caf de la Gironde`. */
  readonly nom: string
  /** `de la`, `du`, `de l’`. */
  readonly article: string
  /** What follows « Caf »: `de la Gironde`. */
  readonly territoire: string
  /** Three figures, where they are known. */
  readonly numero?: string
  /** False when the name was made by rule and not seen in use. */
  readonly verifie: boolean
}

export const UNIVERSES = [
  'petite-enfance',
  'parentalite',
  'vie-sociale',
  'jeunesse',
  'logement-jeunes',
  'loisirs',
] as const

export type StructureType = {
  readonly cle: string
  readonly libelle: string
  readonly pluriel: string
  /** As caf.fr writes it: `Rpe`. */
  readonly abrege?: string
  readonly genre: 'masculin' | 'feminin'
  readonly article: 'le' | 'la' | 'l’'
  readonly univers: (typeof UNIVERSES)[number]
  /** Key of the pictogram in a brand. */
  readonly pictogramme: string
  /** Codes of other systems, other accepted names, and names given up since. */
  readonly codes: readonly string[]
  readonly aussi: readonly string[]
  readonly anciens: readonly string[]
  readonly verifie: boolean
}

export type Reference = { readonly cafs: readonly Caf[]; readonly types: readonly StructureType[] }

const typeEntry = z.strictObject({
  libelle: z.string(),
  pluriel: z.string(),
  abrege: z.string().optional(),
  genre: z.enum(['masculin', 'feminin']),
  article: z.enum(['le', 'la', 'l’']),
  univers: z.enum(UNIVERSES),
  pictogramme: z.string().optional(),
  codes: z.array(z.string()).default([]),
  aussi: z.array(z.string()).default([]),
  anciens: z.array(z.string()).default([]),
  verifie: z.boolean().default(true),
})

/** A file of ours that cannot be read is a bug, not a mistake of the user. */
function ownBytes(world: World, path: string): Uint8Array {
  const read = world.read(world.own(path))
  if (!read.ok) throw new Error(`${path}: ${read.reason}`)
  return read.bytes
}

const typesSchema = z.record(z.string(), typeEntry)

export const TYPES_FILE = 'assets/structure-types.yaml'

/** What a file of structure types says, by key. */
export function parseTypes(bytes: Uint8Array): z.infer<typeof typesSchema> {
  const read = parseYaml(new TextDecoder().decode(bytes), TYPES_FILE)
  const checked = read.value ? validate(typesSchema, read.value, TYPES_FILE) : read
  if (!read.value || !checked.value) throw new Error(`${TYPES_FILE}: ${JSON.stringify(checked.diagnostics)}`)
  return typesSchema.parse(read.value.data)
}

function readTypes(world: World): readonly StructureType[] {
  const bytes = ownBytes(world, TYPES_FILE)
  // Made by `parseTypes` when the tool was built.
  const known = knownValue('types', sha256Of(bytes), world) as z.infer<typeof typesSchema> | undefined
  const entries = known ?? parseTypes(bytes)
  return Object.entries(entries).map(([cle, entry]) => ({ cle, pictogramme: cle, ...entry }))
}

function readCafs(world: World): readonly Caf[] {
  return readCsv(new TextDecoder().decode(ownBytes(world, 'assets/cafs.csv'))).map(row => {
    const { code = '', department = '', name = '', article = '', caf_num: numero = '', evidence } = row
    const territoire = name.replace(/^Caf /, '')
    const known = numero === '' ? {} : { numero }
    return { code, departement: department, nom: name, article, territoire, verifie: evidence !== 'C', ...known }
  })
}

const cache = new WeakMap<World, Reference>()

/** Read once for each world. */
export function loadReference(world: World): Reference {
  const known = cache.get(world)
  if (known) return known
  const reference = { cafs: readCafs(world), types: readTypes(world) }
  cache.set(world, reference)
  return reference
}

/** A Caf by its department code, as a validated kit holds it. */
export const findCaf = ({ cafs }: Reference, code: string): Caf | undefined => cafs.find(caf => caf.code === code)

/** A type by its key, as a validated kit holds it: another is a bug. */
export function findType({ types }: Reference, key: string | undefined): StructureType {
  const found = types.find(({ cle }) => cle === key)
  if (!found) throw new Error(`no structure type ${key ?? ''}`)
  return found
}

/** Quotes of any country around a name, as in « 54 »: in YAML these are not quotes but part of the text. */
export const unquoted = (written: string): string => written.trim().replace(/^[«“”„"]\s*(.*?)\s*[»“”"]$/u, '$1')

const namesOfType = ({ cle, libelle, pluriel, abrege, codes, aussi }: StructureType): readonly string[] =>
  [cle, libelle, pluriel, ...(abrege === undefined ? [] : [abrege]), ...codes, ...aussi].map(plain)

export type TypeMatch = { readonly type: StructureType; readonly former: boolean }

/** A type as people write it: key, label, abbreviation, known code, or a name given up since. */
export function matchType({ types }: Reference, written: string): TypeMatch | undefined {
  const words = plain(unquoted(written))
  const present = types.find(type => namesOfType(type).includes(words))
  if (present) return { type: present, former: false }
  const former = types.find(({ anciens }) => anciens.map(plain).includes(words))
  return former && { type: former, former: true }
}

/** What `nearest` may propose for a type. */
export const typeNames = ({ types }: Reference): readonly string[] =>
  types.flatMap(({ cle, libelle, abrege }) => [cle, libelle, ...(abrege === undefined ? [] : [abrege])])
