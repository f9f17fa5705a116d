// A plan for people: the columns, the first rows with what each gives, and the totals of them all.
import { type ColumnMap, toldUse } from '../input/columns/column-map.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { countText, sizeText } from './measures.ts'
import { orderWord, PlanTotals } from './plan-totals.ts'
import type { PlanResult, PlanRow } from './run-plan.ts'
import type { Session } from './session.ts'
import { align, table } from './table.ts'

/** Rows shown: enough to see that the columns were understood. */
const SHOWN = 20

const STATUS: Readonly<Record<PlanRow['status'], Text>> = {
  todo: text('', ''),
  left: text('hors du choix', 'left out by the filters'),
  complete: text('', ''),
  incomplete: text('incomplet', 'incomplete'),
  refused: text('refusé', 'refused'),
  closed: text('fermée', 'closed'),
  unordered: text('rien à fabriquer', 'nothing ordered'),
  hidden: text('masquée', 'hidden'),
}

const LACKS = text('sans la pièce demandée', 'lacks the piece asked for')

function mapLines({ file, sheet, header, columns }: ColumnMap, say: Session['say']): readonly string[] {
  const where = sheet === '' ? file : `${file} › ${sheet}`
  const cells = columns.map(column => {
    const read = column.use.kind !== 'left'
    return [column.letter, column.title, read ? `→ ${say(toldUse(column))}` : `– ${say(toldUse(column))}`]
  })
  return [
    say(text(`${where}, titres à la ligne ${header}`, `${where}, titles in row ${header}`)),
    ...align(cells).map(line => `  ${line}`),
  ]
}

/** What differs from row to row is said in each; what is the same for all, once, with the totals. */
type Differing = { readonly brands: boolean; readonly printers: boolean }

function rowCells(
  { place, status, lacks, kit = '', brand = '', pieces = [], rules = [] }: PlanRow,
  { brands, printers }: Differing,
  say: Session['say'],
): readonly string[] {
  const isPartly = pieces.length > 0 && rules.length > 0
  const said = say(isPartly ? STATUS.incomplete : lacks ? LACKS : STATUS[status])
  const why = [said, rules.join(' ')].filter(word => word !== '').join(' : ')
  const given = pieces.map(orderWord).join(', ')
  const makers = [...new Set(pieces.map(({ printer }) => printer))].join(', ')
  return [
    place,
    kit,
    pieces.length === 0 ? why : `${given}${isPartly ? ` (${why})` : ''}`,
    ...(brands ? [brand] : []),
    ...(printers ? [makers] : []),
  ]
}

const HEADINGS = [
  text('produit', 'product'),
  text('format', 'size'),
  text('exemplaires', 'copies'),
  text('kits', 'kits'),
  text('imprimeur', 'printer'),
]

function totalLines(totals: PlanTotals, say: Session['say']): readonly string[] {
  const { products, brands } = totals
  if (products.length === 0) return []
  const rows = products.map(({ product, width, height, copies, kits, printer }) => [
    product,
    say(sizeText(width, height)),
    String(copies),
    String(kits),
    printer,
  ])
  const kitsOf = (kits: number): string => say(countText(kits, text('kit', 'kit'), text('kits', 'kits')))
  const names = brands.map(([brand, kits]) => (brands.length === 1 ? brand : `${brand} (${kitsOf(kits)})`)).join(', ')
  return [
    '',
    ...table(HEADINGS.map(say), rows),
    say(
      brands.length === 1
        ? text(`charte\u00a0: ${names}`, `brand: ${names}`)
        : text(`chartes\u00a0: ${names}`, `brands: ${names}`),
    ),
  ]
}

export function tellPlan({ maps, rows }: PlanResult, { say, result }: Session): void {
  for (const map of maps) for (const line of mapLines(map, say)) result(line)
  // Those that the filters choose come first: they are what was asked about.
  const chosen: PlanRow[] = []
  const others: PlanRow[] = []
  const totals = new PlanTotals()
  let count = 0
  for (const row of rows()) {
    count++
    totals.add(row)
    const kept = row.status === 'left' ? others : chosen
    if (kept.length < SHOWN) kept.push(row)
  }
  const shown = [...chosen, ...others].slice(0, SHOWN)
  const more = count - shown.length
  const differing = { brands: totals.brands.length > 1, printers: totals.printers.length > 1 }
  for (const line of align(shown.map(row => rowCells(row, differing, say)))) result(line)
  if (more > 0) {
    result(say(text(`… et ${more} autres lignes (toutes\u00a0: --json)`, `… and ${more} more rows (all: --json)`)))
  }
  for (const line of totalLines(totals, say)) result(line)
}
