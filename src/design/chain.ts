// A data file and those it extends, merged: `extends: standard` writes only its differences.
import { type Diagnostic, type Outcome, type Place, text } from '../model/diagnostic.ts'
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

export function readChain(start: Found, find: FindBase, unknown: DesignRule, world: World): Outcome<Chain> {
  const links: Link[] = []
  const diagnostics: Diagnostic[] = []
  let next: Found | undefined = start
  while (next) {
    const read: Outcome<Placed & { text: string }> = readYaml(next.file, next.root, world)
    diagnostics.push(...read.diagnostics)
    if (!read.value) return { diagnostics }
    const link: Link = { ...read.value, ...next }
    links.push(link)
    const id = extended(link.data)
    if (id === undefined) break
    const at: Place | undefined = link.spans.extends
    const base = find(id, link)
    if (!base) {
      const problem = finding(
        unknown,
        at,
        text(`\`extends: ${id}\` ne désigne aucun fichier`, `\`extends: ${id}\` names no file`),
      )
      return { diagnostics: [...diagnostics, ...problem.diagnostics] }
    }
    if (links.length >= MAX_LINKS || links.some(known => known.file === base.file)) {
      const way = [...links.map(({ file }) => shortName(file)), shortName(base.file)].join(' → ')
      const problem = finding(
        'brand-extends-cycle',
        at,
        text(`« extends » tourne en rond : ${way}`, `“extends” goes round in circles: ${way}`),
      )
      return { diagnostics: [...diagnostics, ...problem.diagnostics] }
    }
    next = base
  }
  return { value: { merged: mergeLinks(links), links }, diagnostics }
}

/** The two last names of a path: `caf-maquette/brand.yaml`. */
const shortName = (file: string): string => file.split(/[\\/]/).slice(-2).join('/')

/** Lays each file over those it extends; `extends` itself and its place stay those of the nearest. */
const mergeLinks = (links: readonly Link[]): Placed =>
  [...links]
    .reverse()
    .reduce<Placed>((below, link) => mergePlaced(below, link), { data: {}, spans: {}, sources: () => undefined })
