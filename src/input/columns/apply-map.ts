// The lines of `--map` on the titles of a sheet: which columns they settle, and which lines make no sense.

import { type Diagnostic, type Place, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { nearest } from '../nearest.ts'
import { columnName } from '../table/cell-name.ts'
import { type Field, pathOf, type Use } from './column-map.ts'
import type { Family, Titled } from './column-options.ts'
import { fieldOf, fieldOfPath, knownPaths } from './dictionary.ts'
import type { MapFile, MapLine } from './map-file.ts'
import { productIn } from './product-title.ts'
import { foldTitle } from './title-form.ts'

/** A column that a line reads, and that this sheet lacks and another one has. */
export type Absent = {
  readonly title: string
  readonly field: Field
  /** Whether the line has other columns of the same value here. */
  readonly isPart: boolean
  readonly at: Place | undefined
}

export type Mapped = {
  readonly uses: ReadonlyMap<number, Use>
  readonly absent: readonly Absent[]
  readonly diagnostics: readonly Diagnostic[]
}

const IGNORED = ['ignorer', 'ignore']

const LEFT: Use = { kind: 'left', why: text('écartée par `--map`', 'left out by `--map`') }

/** `colonne D` names a column whose title is another's too. */
function columnsNamed(written: string, titles: readonly Titled[]): readonly Titled[] {
  const [, letter] = /^(?:colonne|column)\s+([a-z]{1,3})$/i.exec(written.trim()) ?? []
  if (letter !== undefined) return titles.filter(({ index }) => columnName(index) === letter.toUpperCase())
  const exact = titles.filter(({ title }) => title === written.trim())
  const form = foldTitle(written)
  return exact.length > 0 ? exact : titles.filter(({ title }) => foldTitle(title) === form)
}

/** A path of a kit, a product, or a numbered item; `ignorer` is none. */
function fieldNamed(written: string, families: readonly Family[]): Field | undefined {
  const product = productIn(written, families)
  if (product) return { kind: 'product', ...product }
  const own = fieldOfPath(written)
  if (own) return own
  const known = fieldOf([foldTitle(written)])
  return known?.field.kind === 'item' ? known.field : undefined
}

const didYouMean = (near: string | undefined, otherwise: Text): Text =>
  near === undefined ? otherwise : text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)

const SEVERAL = text('nommez-la par sa lettre : `colonne D: ignorer`', 'name it by its letter: `colonne D: ignorer`')

type Scene = {
  readonly titles: readonly Titled[]
  readonly families: readonly Family[]
  /** Titles of the other sheets that the same file serves. */
  readonly others?: readonly Titled[]
}

function unknownTitle(written: string, at: Place | undefined, { titles }: Scene): Diagnostic {
  const names = titles.map(({ title }) => title).filter(title => title !== '')
  const message = text(`aucune colonne « ${written} »`, `no column “${written}”`)
  const list = text(`colonnes : ${names.slice(0, 12).join(', ')}`, `columns: ${names.slice(0, 12).join(', ')}`)
  return diagnose('column-map', at, message, { hint: didYouMean(nearest(written, names), list) })
}

function unknownPath(written: string, at: Place | undefined): Diagnostic {
  const message = text(`\`${written}\` n’est pas un chemin de kit`, `\`${written}\` is not a path of a kit`)
  const list = text(
    `chemins : ${knownPaths.slice(0, 12).join(', ')}… ; ou \`ignorer\``,
    `paths: ${knownPaths.slice(0, 12).join(', ')}…; or \`ignorer\``,
  )
  return diagnose('column-map', at, message, { hint: didYouMean(nearest(written, knownPaths), list) })
}

/** Several columns of one value are its parts, in the order of the list; a list of values takes them one after the other. */
function fieldFor(field: Field, rank: number, count: number): Field {
  return count > 1 && field.kind === 'text' ? { kind: 'part', path: field.path, rank } : field
}

type Found = {
  readonly entries: readonly (readonly [number, Use])[]
  readonly absent?: readonly Absent[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A column that is not there: of no use here when another sheet has it, else a mistake. */
function notHere(title: string, at: Place | undefined, field: Field | undefined, scene: Scene): Found {
  if (columnsNamed(title, scene.others ?? []).length === 0) {
    return { entries: [], diagnostics: [unknownTitle(title, at, scene)] }
  }
  return { entries: [], diagnostics: [], ...(field ? { absent: [{ title, field, isPart: false, at }] } : {}) }
}

function readAsPath({ values, valuesAt }: MapLine, field: Field, scene: Scene): Found {
  const found = values.map((value, rank): Found => {
    const columns = columnsNamed(value, scene.titles)
    const [column, second] = columns
    if (!column) return notHere(value, valuesAt[rank], field, scene)
    if (second) {
      const message = text(`deux colonnes s’appellent « ${value} »`, `two columns are called “${value}”`)
      return { entries: [], diagnostics: [diagnose('column-map', valuesAt[rank], message, { hint: SEVERAL })] }
    }
    return { entries: [[column.index, { kind: 'read', field: fieldFor(field, rank, values.length) }]], diagnostics: [] }
  })
  const entries = found.flatMap(each => each.entries)
  const isPart = entries.length > 0
  return {
    entries,
    absent: found.flatMap(({ absent = [] }) => absent.map(each => ({ ...each, isPart }))),
    diagnostics: found.flatMap(each => each.diagnostics),
  }
}

function readAsTitle({ key, at }: MapLine, columns: readonly Titled[], use: Use): Found {
  if (columns.length > 1 && use.kind === 'read') {
    const message = text(`deux colonnes s’appellent « ${key} »`, `two columns are called “${key}”`)
    return { entries: [], diagnostics: [diagnose('column-map', at, message, { hint: SEVERAL })] }
  }
  return { entries: columns.map(({ index }) => [index, use] as const), diagnostics: [] }
}

function readLine(line: MapLine, scene: Scene): Found {
  const { key, values, isList, at, valuesAt } = line
  const [value = ''] = values
  const field = fieldNamed(key, scene.families)
  if (isList) return field ? readAsPath(line, field, scene) : { entries: [], diagnostics: [unknownPath(key, at)] }
  const columns = columnsNamed(key, scene.titles)
  const target = fieldNamed(value, scene.families)
  const use: Use | undefined = IGNORED.includes(foldTitle(value)) ? LEFT : target && { kind: 'read', field: target }
  const other = columnsNamed(value, scene.titles)
  const bothWays = columns.length > 0 && use?.kind === 'read' && field !== undefined && other.length > 0
  if (bothWays && target !== undefined && pathOf(field) !== pathOf(target)) {
    const message = text(`\`${key}: ${value}\` se lit dans les deux sens`, `\`${key}: ${value}\` reads both ways`)
    const hint = text(
      `écrivez \`${key}: [${value}]\` si la colonne est « ${value} », \`${value}: [${key}]\` si c’est « ${key} »`,
      `write \`${key}: [${value}]\` if the column is “${value}”, \`${value}: [${key}]\` if it is “${key}”`,
    )
    return { entries: [], diagnostics: [diagnose('column-map', at, message, { hint })] }
  }
  if (columns.length > 0 && use) return readAsTitle(line, columns, use)
  if (field && other.length > 0) return readAsPath(line, field, scene)
  // Neither way makes sense: the side that is right says which was meant.
  if (columns.length > 0) return { entries: [], diagnostics: [unknownPath(value, valuesAt[0])] }
  const isTitle = (title: string): boolean => columnsNamed(title, scene.others ?? []).length > 0
  // Both sides are paths, « nom: commune »: another sheet may say which is its title.
  if (use && field && !isTitle(key) && isTitle(value)) return notHere(value, valuesAt[0], field, scene)
  if (use) return notHere(key, at, target, scene)
  if (field) return notHere(value, valuesAt[0], field, scene)
  // The sheet that has the column says what is wrong with its path.
  return notHere(key, at, undefined, scene)
}

/** A column that two lines settle in two ways is said; the first line counts. */
export function applyMap(map: MapFile | undefined, scene: Scene): Mapped {
  const uses = new Map<number, Use>()
  const diagnostics: Diagnostic[] = []
  const absent: Absent[] = []
  for (const line of map?.lines ?? []) {
    const found = readLine(line, scene)
    diagnostics.push(...found.diagnostics)
    absent.push(...(found.absent ?? []))
    for (const [index, use] of found.entries) {
      if (!uses.has(index)) uses.set(index, use)
      else {
        const letter = columnName(index)
        const message = text(`la colonne ${letter} est donnée deux fois`, `column ${letter} is given twice`)
        diagnostics.push(diagnose('column-map', line.at, message))
      }
    }
  }
  return { uses, absent, diagnostics }
}
