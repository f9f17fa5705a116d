// A data file and those it extends, merged: `extends: standard` writes only its differences.
import { type Outcome, type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { finding } from './finding.ts'
import { mergePlaced, type Placed } from './merge.ts'
import { readYaml } from './read-data.ts'
import type { DesignRule } from './rules.ts'

/** One file of a chain, nearest first. `root` is the folder its paths may not leave. */
export type Link = Placed & { readonly file: string; readonly text: string; readonly root: string }

export type Chain = { readonly merged: Placed; readonly links: readonly Link[] }

export type Found = { readonly file: string; readonly root: string }

/** Finds the file an id names, seen from the file that extends it; `unless` are those already read. */
export type FindBase = (id: string, from: Found) => Found | undefined

const MAX_LINKS = 10

const extended = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'extends' in data && typeof data.extends === 'string'
    ? data.extends
    : undefined

type Reading = { readonly find: FindBase; readonly unknown: DesignRule; readonly world: World }

/** Reads a file, then those it extends, onto `links`. */
function readLinks(next: Found, links: readonly Link[], reading: Reading): Outcome<readonly Link[]> {
  const read = readYaml(next.file, next.root, reading.world)
  if (!read.value) return { diagnostics: read.diagnostics }
  const link: Link = { ...read.value, ...next }
  const all = [...links, link]
  const id = extended(link.data)
  if (id === undefined) return { value: all, diagnostics: read.diagnostics }
  const base = reading.find(id, link)
  const problem = base
    ? circle(base, all)
    : text(`\`extends: ${id}\` ne désigne aucun fichier`, `\`extends: ${id}\` names no file`)
  if (!base || problem) {
    const rule = base ? 'brand-extends-cycle' : reading.unknown
    const found = problem ? finding(rule, link.spans.extends, problem).diagnostics : []
    return { diagnostics: [...read.diagnostics, ...found] }
  }
  const rest = readLinks(base, all, reading)
  return { ...rest, diagnostics: [...read.diagnostics, ...rest.diagnostics] }
}

/** Why a chain cannot go on to `base`, if so. */
function circle(base: Found, links: readonly Link[]): Text | undefined {
  if (links.length < MAX_LINKS && !links.some(({ file }) => file === base.file)) return undefined
  const way = [...links, base].map(({ file }) => shortName(file)).join(' → ')
  return text(`« extends » tourne en rond : ${way}`, `“extends” goes round in circles: ${way}`)
}

export function readChain(start: Found, find: FindBase, unknown: DesignRule, world: World): Outcome<Chain> {
  const { value: links, diagnostics } = readLinks(start, [], { find, unknown, world })
  return links ? { value: { merged: mergeLinks(links), links }, diagnostics } : { diagnostics }
}

/** The two last names of a path: `caf-maquette/brand.yaml`. */
const shortName = (file: string): string => file.split(/[\\/]/).slice(-2).join('/')

/** Lays each file over those it extends; `extends` itself and its place stay those of the nearest. */
const mergeLinks = (links: readonly Link[]): Placed =>
  [...links].reverse().reduce<Placed>((below, link) => mergePlaced(below, link), {
    data: {},
    spans: {},
    hash: '',
    sources: () => undefined,
  })
