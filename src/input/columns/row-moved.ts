// A row whose cells have moved by a separator in a value: that is its one fault, and the others are what comes of it.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { isPostcode } from '../contact.ts'
import { diagnose } from '../diagnose.ts'
import { type Column, type ColumnMap, cellAt } from './column-map.ts'
import type { RowCells } from './row-cells.ts'

const BETWEEN_QUOTES = text(
  'un séparateur se trouve sans doute dans une valeur, plus à gauche : mettez-la entre guillemets, "…"',
  'a separator probably stands in a value, further left: put it in quotes, "…"',
)

const OR_A_TITLE = text(
  'un séparateur se trouve sans doute dans une valeur : mettez-la entre guillemets, "…" ; sinon, donnez un titre à la colonne',
  'a separator probably stands in a value: put it in quotes, "…"; otherwise, give the column a title',
)

/** In a CSV, cells beyond the header: all that follows the separator has moved. */
function beyondHeader({ number, cells }: RowCells, map: ColumnMap): Diagnostic | undefined {
  const last = cells.findLastIndex(cell => cell.trim() !== '')
  if (map.sheet !== '' || last < map.width) return undefined
  const message = text(
    `la ligne a ${last + 1} cellules, l’en-tête en a ${map.width}`,
    `the row has ${last + 1} cells, the header has ${map.width}`,
  )
  return diagnose('extra-cells', cellAt(map, map.width, number), message, { hint: OR_A_TITLE })
}

const isPostcodes = ({ use }: Column): boolean =>
  use.kind === 'read' && 'path' in use.field && use.field.path === 'structure.adresse.code-postal'

/** A last column left empty takes in the cells that have moved: the post code, whose form is known, shows it. */
function postcodeMoved({ number, cells }: RowCells, map: ColumnMap): Diagnostic | undefined {
  const column = map.columns.find(isPostcodes)
  // Cells of a workbook do not move, and a post code beside its town is where it should be.
  if (!column || map.sheet !== '') return undefined
  const [own, next] = [cells[column.index] ?? '', cells[column.index + 1] ?? ''].map(cell => cell.trim())
  // Letters: figures there are a post code that lacks one.
  if (
    own === undefined ||
    next === undefined ||
    !/\p{L}{2}/u.test(own) ||
    /\d{5}/.test(own) ||
    !/^\d{5}$/.test(next) ||
    !isPostcode(next)
  ) {
    return undefined
  }
  const message = text(
    `le code postal « ${next} » est une colonne trop à droite : les cellules de la ligne ont sans doute glissé`,
    `the post code “${next}” is one column too far right: the cells of the row have probably moved`,
  )
  return diagnose('row-shifted', cellAt(map, column.index + 1, number), message, { hint: BETWEEN_QUOTES })
}

export const rowMoved = (row: RowCells, map: ColumnMap): Diagnostic | undefined =>
  beyondHeader(row, map) ?? postcodeMoved(row, map)
