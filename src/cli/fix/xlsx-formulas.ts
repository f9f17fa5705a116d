// Formulas of a copy whose cells have changed: which may give another result, and that spreadsheets are to compute all again.
import type { CellEdit } from './cell-edit.ts'
import { splice } from './splice.ts'
import type { Grid } from './xlsx-grid.ts'
import { relationsOf } from './xlsx-relations.ts'
import { elementsIn, localName, prefixOf } from './xml-places.ts'
import { type Parts, setText, textOf } from './zip-parts.ts'

/** A formula of texts and figures alone, `"2 "&"rue Basse"`, gives what it gave. One shared with another cell is empty. */
const usesCells = (formula: string): boolean =>
  formula === '' || /\p{L}/u.test(formula.replace(/"(?:[^"]|"")*"|&quot;.*?&quot;|&\w+;/g, ''))

export const formulasIn = ({ rows }: Grid): readonly Pick<CellEdit, 'column' | 'row'>[] =>
  rows.flatMap(({ number, cells }) =>
    cells.flatMap(({ column, formula }) =>
      formula !== undefined && usesCells(formula) ? [{ column, row: number }] : [],
    ),
  )

/** What may stand after `calcPr` in a workbook (ISO/IEC 29500-1 18.2.27). */
const AFTER = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]

const ASKED = 'fullCalcOnLoad="1"'

function asked(xml: string): string {
  const children = elementsIn(xml, ['workbook', 'calcPr', ...AFTER]).toSorted((a, b) => a.from - b.from)
  const workbook = children.find(({ depth }) => depth === 0)
  const own = children.filter(({ depth }) => depth === 1)
  const settings = own.find(({ name }) => localName(name) === 'calcPr')
  if (!workbook) throw new Error('a workbook of another name')
  if (!settings) {
    const at = own[0]?.from ?? workbook.until
    return splice(xml, [{ from: at, to: at, text: `<${prefixOf(workbook.name)}calcPr ${ASKED}/>` }])
  }
  const { name, from, inside } = settings
  const bare = xml.slice(from, inside).replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '')
  const text = `<${name} ${ASKED}${bare.slice(name.length + 1)}`
  return splice(xml, [{ from, to: inside, text }])
}

/** Asks spreadsheets to compute the workbook when they open it (18.2.2), if any of its sheets has a formula. */
export function askToCompute(parts: Parts): void {
  const path = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const xml = textOf(parts, path)
  const sheets = relationsOf(parts, path).filter(({ kind }) => kind === 'worksheet')
  const hasFormulas = sheets.some(sheet => /<(?:\w+:)?f[\s/>]/.test(textOf(parts, sheet.path) ?? ''))
  if (xml !== undefined && hasFormulas) setText(parts, path, asked(xml))
}
