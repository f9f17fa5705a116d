// A sheet's titles → the map of its columns, which describes itself (`--plan`), and all that is to be said of it.

import { type Diagnostic, hasErrors, type Outcome, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { plain } from '../nearest.ts'
import { columnName } from '../table/cell-name.ts'
import type { Row, Table } from '../table/table.ts'
import { type Absent, applyMap } from './apply-map.ts'
import { BY_THE_USER, type Candidate, left, type MatchScene } from './candidate.ts'
import { type Column, type ColumnMap, cellAt, type Field, pathOf } from './column-map.ts'
import type { ColumnOptions, Titled } from './column-options.ts'
import { findHeader, HEADER_ROWS, saysOthers, titlesOf } from './find-header.ts'
import { hiddenColumns } from './hidden-columns.ts'
import { matchAlone, matchAmongOthers } from './match-columns.ts'
import { onePerPath } from './one-per-path.ts'

type Sheet = { readonly file: string; readonly sheet: string }

const pathsOf = (field: Field): readonly string[] => {
  if (field.kind === 'town-line') return ['structure.adresse.code-postal', 'structure.adresse.commune']
  return 'path' in field ? [field.path] : []
}

const givenBy = (candidates: readonly (Candidate | undefined)[]): ReadonlySet<string> =>
  new Set(candidates.flatMap(each => (each?.use.kind === 'read' ? pathsOf(each.use.field) : [])))

/** « communes » is the list of a structure that moves, or the town of one that does not. */
function withoutLoneTowns(candidates: readonly (Candidate | undefined)[], given: ReadonlySet<string>) {
  const moves = given.has('structure.itinerant') || given.has('structure.adresse.commune')
  return candidates.map(each =>
    !moves && each?.title.toLowerCase() === 'communes' && each.sure !== BY_THE_USER ? undefined : each,
  )
}

/** Words of pieces that mean other things in sheets without pieces: a distance in kilometres, a technical support. */
const GENERIC: ReadonlySet<string> = new Set(['distance', 'orientation', 'support', 'modele', 'cadre'])

const NO_PIECES = text('aucune colonne ne nomme de pièces', 'no column names pieces')

function withoutLoneKeys(candidates: readonly Candidate[]): readonly Candidate[] {
  const kinds = candidates.flatMap(({ use }) => (use.kind === 'read' ? [use.field.kind] : []))
  if (kinds.includes('pieces') || kinds.includes('product')) return candidates
  return candidates.map(candidate => {
    const { use, sure } = candidate
    const isLone = use.kind === 'read' && use.field.kind === 'piece-key' && GENERIC.has(use.field.key)
    return isLone && sure !== BY_THE_USER ? { ...candidate, use: { kind: 'left', why: NO_PIECES } } : candidate
  })
}

function told(columns: readonly Column[], { file, sheet, header }: Pick<ColumnMap, 'file' | 'sheet' | 'header'>) {
  const unread = columns.filter(({ use, title }) => use.kind === 'left' && title !== '')
  const [first] = unread
  if (!first) return []
  const list = (lang: keyof Text): string =>
    unread
      .map(({ letter, title, use }) => {
        const why = use.kind === 'left' ? use.why[lang] : ''
        return lang === 'fr'
          ? `${letter} « ${title.slice(0, 60)} » (${why})`
          : `${letter} “${title.slice(0, 60)}” (${why})`
      })
      .join(lang === 'fr' ? ' ; ' : '; ')
  const message = text(`colonnes non lues : ${list('fr')}`, `columns not read: ${list('en')}`)
  return [diagnose('column-unmapped', cellAt({ file, sheet }, first.index, header), message)]
}

/** Words of titles under which names are found. */
const NAME_LIKE =
  /(^|-)(denomination|intitule|libelle|appellation|enseigne|raison|noms?|structures?|etablissements?)(-|$)/

function nameless({
  file,
  sheet,
  header,
  columns,
}: Pick<ColumnMap, 'file' | 'sheet' | 'header' | 'columns'>): readonly Diagnostic[] {
  const named = columns.some(({ use }) => use.kind === 'read' && pathsOf(use.field).includes('structure.nom'))
  if (named) return []
  const titles = columns.map(({ title }) => title).filter(title => title !== '')
  const likely = titles.find(title => NAME_LIKE.test(plain(title))) ?? 'Titre de la colonne'
  const message = text('aucune colonne ne donne le nom des structures', 'no column gives the name of the structures')
  const hint = text(
    `dites laquelle avec \`--map\` : \`${likely}: nom\` ; titres lus : ${titles.slice(0, 12).join(', ')}`,
    `say which with \`--map\`: \`${likely}: nom\`; titles read: ${titles.slice(0, 12).join(', ')}`,
  )
  return [diagnose('column-missing', cellAt({ file, sheet }, 0, header), message, { hint })]
}

/** Lines of `--map` that are for other sheets are told where their value would be missing, or half of it. */
function toldAbsent(absent: readonly Absent[], place: Pick<ColumnMap, 'file' | 'sheet' | 'header' | 'columns'>) {
  const allOf = (field: Field): readonly string[] => [pathOf(field), ...pathsOf(field)]
  const given = new Set(place.columns.flatMap(({ use }) => (use.kind === 'read' ? allOf(use.field) : [])))
  return absent.flatMap(({ title, field, isPart }) => {
    const path = pathOf(field)
    if (!isPart && allOf(field).some(each => given.has(each))) return []
    const [fr, en] = isPart
      ? [`\`${path}\` n’a ici que ses autres colonnes`, `\`${path}\` only has its other columns here`]
      : [`\`${path}\` n’y est pas rempli`, `\`${path}\` is not filled here`]
    const message = text(
      `pas de colonne «\u00a0${title}\u00a0» dans cette feuille\u00a0: ${fr}`,
      `no column “${title}” in this sheet: ${en}`,
    )
    return [diagnose('column-absent', cellAt(place, 0, place.header), message, { hint: ABSENT })]
  })
}

const ABSENT = text(
  'si la feuille doit la donner, corrigez son titre, ou ajoutez à `--map` celui qu’elle porte ici',
  'if the sheet is to give it, mend its title, or add to `--map` the one that it has here',
)

/** A line without separators is none of its rows, or the end of one that a line break has cut. */
function isEven(sample: readonly Row[]): boolean {
  const whole = sample.filter(({ short }) => short === undefined).length
  return whole > 0 && whole >= sample.filter(({ short }) => short !== undefined && short.cells > 1).length
}

const OF_THE_REPORT = text('compte rendu de `errors.csv`', 'report of `errors.csv`')

/**
 * `header` is the row of titles, `sample` some of the rows below it: they tell what a title with two meanings holds.
 * The map comes even with errors, so that it can be shown; a sheet whose map has errors gives no kit.
 */
export function mapColumns(
  header: Row,
  sample: readonly Row[],
  options: ColumnOptions & Sheet & { readonly repeated?: readonly number[]; readonly strayTitles?: readonly number[] },
): Outcome<ColumnMap> {
  const { file, sheet, families, cafs, repeated = [], strayTitles = [] } = options
  const { titles, width, report } = titlesOf(header, sample, sheet === '')
  const mapped = applyMap(options.map, { titles, families, others: options.others ?? [] })
  const isReport = (index: number): boolean =>
    report !== undefined && index >= report.first && index < report.first + report.count
  const settle = (titled: Titled): Candidate | undefined => {
    if (isReport(titled.index)) return left(titled, OF_THE_REPORT)
    const use = mapped.uses.get(titled.index)
    if (use) return { ...titled, use, sure: BY_THE_USER, said: [] }
    return titled.title === '' ? undefined : matchAlone(titled, families)
  }
  const first = titles.map(settle)
  const alone = withoutLoneTowns(first, givenBy(first))
  const scene: MatchScene = {
    file,
    sheet,
    header: header.number,
    families,
    titles,
    given: givenBy(alone),
    cellsOf: index => sample.map(({ cells }) => cells[index] ?? '').filter(cell => cell.trim() !== ''),
  }
  const candidates = titles.map((titled, index) => alone[index] ?? matchAmongOthers(titled, scene))
  const settled = onePerPath(withoutLoneKeys(candidates), { file, sheet, header: header.number })
  const columns = settled.columns.map(({ index, title, use }) => ({ letter: columnName(index), index, title, use }))
  const place = { file, sheet, header: header.number, columns }
  return {
    value: {
      ...place,
      width,
      report,
      isEven: isEven(sample),
      repeated,
      strayTitles,
      families,
      cafs,
      givenPieces: options.givenPieces === true,
    },
    diagnostics: [
      ...mapped.diagnostics,
      ...toldAbsent(mapped.absent, place),
      ...nameless(place),
      ...settled.diagnostics,
      ...candidates.flatMap(({ said }) => said),
      ...told(columns, place),
      ...hiddenColumns(header, place),
    ],
  }
}

/** What is read of a sheet to know its columns: the rows where a header may stand, and some below. */
const HEAD_ROWS = HEADER_ROWS + 30

async function headOf(table: Table): Promise<{ rows: readonly Row[]; diagnostics: readonly Diagnostic[] }> {
  const rows: Row[] = []
  const diagnostics: Diagnostic[] = []
  for await (const each of table.rows()) {
    if ('rule' in each) diagnostics.push(each)
    else rows.push(each)
    if (rows.length >= HEAD_ROWS) break
  }
  return { rows, diagnostics }
}

function noHeader({ file, sheet }: Sheet, rows: readonly Row[]): Diagnostic {
  const shown = rows.find(({ cells }) => cells.some(cell => cell.trim() !== ''))
  if (!shown) {
    const message = text('la feuille est vide', 'the sheet is empty')
    return diagnose('header-missing', cellAt({ file, sheet }, 0, 1), message)
  }
  const message = text(
    `aucun titre de colonne connu dans les ${HEADER_ROWS} premières lignes`,
    `no known column title in the first ${HEADER_ROWS} rows`,
  )
  const cells = shown.cells.map(cell => cell.trim()).filter(cell => cell !== '')
  const hint = text(
    `une ligne de titres (nom, type, caf…), ou \`--map\` ; la première ligne dit : ${cells.slice(0, 6).join(', ').slice(0, 120)}`,
    `a row of titles (nom, type, caf…), or \`--map\`; the first row says: ${cells.slice(0, 6).join(', ').slice(0, 120)}`,
  )
  return diagnose('header-missing', cellAt({ file, sheet }, 0, shown.number), message, { hint })
}

function twoHeaders(sheet: Sheet, taken: Row, others: readonly Row[]): readonly Diagnostic[] {
  if (others.length === 0) return []
  const numbers = others.map(({ number }) => number).join(', ')
  const message = text(
    `les titres sont pris à la ligne ${taken.number} ; la ligne ${numbers} en a aussi l’air, et n’est pas lue`,
    `titles are taken from row ${taken.number}; row ${numbers} looks like titles too, and is not read`,
  )
  return [diagnose('header-choice', cellAt(sheet, 0, taken.number), message)]
}

/** The columns of a sheet, from its first rows. No value when it has no header. */
export async function columnsOf(table: Table, options: ColumnOptions): Promise<Outcome<ColumnMap>> {
  const { rows, diagnostics } = await headOf(table)
  if (hasErrors(diagnostics)) return { diagnostics }
  const header = findHeader(rows, options.families, options.map)
  if (!header) return { diagnostics: [...diagnostics, noHeader(table, rows)] }
  const { row, above, below } = header
  // Under titles that mean other things stands another table, whose rows are not those of this one.
  const again = below.filter(other => !saysOthers(row, other))
  const repeated = again.map(({ number }) => number)
  const strayTitles = below.filter(other => !again.includes(other)).map(({ number }) => number)
  const end = strayTitles[0] ?? Number.POSITIVE_INFINITY
  const sample = rows.filter(({ number }) => number > row.number && number < end && !repeated.includes(number))
  const mapped = mapColumns(row, sample, { ...options, file: table.file, sheet: table.sheet, repeated, strayTitles })
  const found = [...diagnostics, ...twoHeaders(table, row, [...above, ...again]), ...mapped.diagnostics]
  return mapped.value ? { value: mapped.value, diagnostics: found } : { diagnostics: found }
}
